"""Judges paper against a draft: the file of ours that was read back, and the one that came back.

Opens nothing itself: readers make passages of a file, and what is compared here are words.
"""
