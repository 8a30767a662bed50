"""The source that a text file carries: spelled so that it can stand in an attribute or a comment and come back exactly.

Bytes that HTML, a comment or a line end could change are written as %XX, so `urllib.parse.unquote_to_bytes` reads them
back; all others stay as they are, so that a person can read the facts and a search through a file finds them.
"""

from __future__ import annotations

from urllib.parse import quote

NAME = "sla-drafter-source"
_AS_THEY_ARE = " \n!\"#$&'()*+,/:;=?@[]^`{|}"


def spelled(source: bytes) -> str:
    """The source in letters: no `<`, `>`, no `--`, no control character but the new line."""
    return quote(source, safe=_AS_THEY_ARE).replace("--", "-%2D")
