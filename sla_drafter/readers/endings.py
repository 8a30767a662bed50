"""By which endings of their names files are agreements or papers."""

from __future__ import annotations

AGREEMENTS = (".yaml", ".yml")
ALWAYS = (".docx", ".pdf")
"""Papers that are read wherever they stand."""
TEXTS = (".html", ".htm", ".md")
"""Papers that are read by their words: most pages and Markdown files of a folder are no agreements."""
PAPERS = (*ALWAYS, *TEXTS)
TYPED = (".doc", ".dot", ".docm", ".odt", ".rtf", ".pages", ".wpd")
"""Papers of other programs and formats, which can be saved as a Word file."""
