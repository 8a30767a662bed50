"""What contradicts something else in the same agreement."""
