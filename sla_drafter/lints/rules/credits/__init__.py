"""Service credits: the ladder, its target and its cap."""
