"""Numbers and dates in words."""
