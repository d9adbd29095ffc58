"""The house rules, each with a machine that looks after it."""
