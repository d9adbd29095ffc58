"""What a group changes in the list of words of danger: proposed, looked at by another, kept."""
