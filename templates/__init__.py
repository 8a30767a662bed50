"""The shape and the look: outlines, house styles and starters, as data."""
