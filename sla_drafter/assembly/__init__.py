"""An agreement and clauses become a draft: select, fill, define, order."""
