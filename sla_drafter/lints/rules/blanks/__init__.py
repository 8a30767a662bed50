"""What nobody filled in."""
