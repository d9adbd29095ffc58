"""Asking for a person, and the outside lines. Must never stand between someone and help."""
