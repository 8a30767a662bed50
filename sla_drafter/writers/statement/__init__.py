"""Statements of credits for programs: JSON and CSV, with exact figures as text."""
