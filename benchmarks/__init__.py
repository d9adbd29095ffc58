"""Measurements of our own code beside a peer in the same run. Ratios count, absolutes do not."""
