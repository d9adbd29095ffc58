"""From a reason to look to a human's follow-up: one case for a person, gathering its flags."""
