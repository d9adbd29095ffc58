"""Who may come in: names with passphrases, sign-ins, invitations."""
