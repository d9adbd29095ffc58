"""Tests of the running machine, piece by piece."""
