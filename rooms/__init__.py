"""What people do together: rooms, messages, and the stones they stand on. Never I/O, never a clock."""
