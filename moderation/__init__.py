"""Flagging, and people following up. Never punishes, deletes or silences by itself."""
