"""Hearing words of danger: pure functions from a text to reasons why a human should look.

A finding is for follow-up by people. Nothing here may decide, hide, block or label; nothing here
asks the clock, reads a file but the packaged list, or keeps anything of what it has read.
"""
