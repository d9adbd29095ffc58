"""What is decided on the page about the place itself: its name, looks, guidelines and doors."""
