"""Moderation: flags, follow-up and help, by their rules."""
