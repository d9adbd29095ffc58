"""What the operator types: each command reads the settings, asks, and says what came of it."""
