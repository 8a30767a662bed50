"""What cannot be measured."""
