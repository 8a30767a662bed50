"""Findings for programs: one writer for each form that another program reads."""
