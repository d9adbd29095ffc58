"""Help: asking for a person, and the outside lines."""
