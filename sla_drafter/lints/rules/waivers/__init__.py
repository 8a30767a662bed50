"""Warnings that were accepted."""
