"""Rules on how time is counted."""
