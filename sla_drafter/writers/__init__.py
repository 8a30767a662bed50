"""Paper to bytes: one writer for each kind of file, none of which knows what a deal is."""
