"""Tests in a real browser, asserting what a person would notice."""
