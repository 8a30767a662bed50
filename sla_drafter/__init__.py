"""Draft service level agreements that are short, complete and right."""
