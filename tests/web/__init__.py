"""Tests of what is spoken over HTTP."""
