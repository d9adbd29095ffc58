"""What the operator types, and what comes of it."""
