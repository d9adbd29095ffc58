"""Long proofs: `make torture` runs them to the end."""
