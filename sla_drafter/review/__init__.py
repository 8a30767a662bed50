"""Judges paper against a draft."""
