"""The example at the end of every command's help."""

from __future__ import annotations


def example(*lines: str) -> str:
    """The text that click prints below the options; its first sign keeps the lines as they are."""
    return paragraph("Example:", *lines)


def paragraph(title: str, *lines: str) -> str:
    """A title with indented lines below it."""
    return "\b\n" + "\n".join((title, *(f"  {line}" for line in lines)))
