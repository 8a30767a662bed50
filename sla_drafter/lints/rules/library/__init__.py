"""Rules on the clause library itself: figures in texts, parity of languages, versions, examples."""
