"""Reads the clause library: clauses, terms and outlines, from the package or from a folder of one's own."""

from sla_drafter.readers.clauses.library import library_in, load_library

__all__ = ["library_in", "load_library"]
