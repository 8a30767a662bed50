"""How large an agreement is."""
