"""Accounts over HTTP, and the rules below them."""
