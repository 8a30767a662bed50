"""The rules: one fault, one file, and each file is its own manual page."""
