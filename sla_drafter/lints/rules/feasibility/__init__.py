"""Feasibility: what is promised can be kept, by its record, by what it rests on and by its own figures."""
