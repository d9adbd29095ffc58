"""Telling staff that something waits: an alert in the page, and what goes outside it."""
