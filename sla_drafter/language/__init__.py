"""The words and numbers of a language: how they are spelled, counted and found. It does not know what an SLA is."""
