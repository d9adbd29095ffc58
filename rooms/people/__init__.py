"""People as rooms know them: a pseudonym, a role, whether they wish to be seen."""
