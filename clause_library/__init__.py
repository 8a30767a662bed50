"""The words: clauses, terms and word lists, as data."""
