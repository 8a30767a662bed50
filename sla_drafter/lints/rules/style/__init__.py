"""Words that say less than they take."""
