"""How clauses point to one another."""
