"""Tests of live connections, part by part."""
