"""The nouns of paper: a small closed tree, going through it, its numbers, its index, its fingerprint, its look."""
