"""How people treat each other: reports, and later sanctions and the audit."""
