"""Live connections: from a frame to a command, from an event to frames."""
