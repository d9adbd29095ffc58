"""Tests from outside: a served app, real clients, raw sockets."""
