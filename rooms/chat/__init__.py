"""Rooms and messages: who is in, what was said, what one has missed."""
