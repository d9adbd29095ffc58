"""Fakes, clocks and helpers that the tests share."""
