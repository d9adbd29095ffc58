"""The tests mirror the packages; `tests/house` tests the house itself."""
