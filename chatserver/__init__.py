"""The running machine: database, sockets, bus, clock. Nobody imports it."""
