"""Rules on what is in the hands of the party that owes it."""
