"""How hard an agreement is to read."""
