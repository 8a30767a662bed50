"""The verbs that make a duty."""
