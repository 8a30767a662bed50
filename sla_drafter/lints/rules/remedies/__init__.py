"""What follows a miss in law."""
