"""What is decided about the place itself."""
