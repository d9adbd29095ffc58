"""What people do together, and the stones it stands on. Must never do I/O or read a clock."""
