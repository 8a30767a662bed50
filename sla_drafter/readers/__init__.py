"""Outside to inside: everything that is opened and read."""
