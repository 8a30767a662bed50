"""Finds what somebody still has to fill in: TBC with a note, and the blanks and brackets of a template."""

from __future__ import annotations

import re

from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.nodes import Node, Scalar, Sequence, source_of
from sla_drafter.values import frozen

TBC = "TBC"
_TBC = compiled(r"TBC(?:: *(.*))?", re.DOTALL)
_WHOLE = compiled(r"<[^<>@\n]{1,60}>|\[[^\[\]\n]{0,80}\]|\{\{[^{}\n]*\}\}|[_•●…]+|\.{3,}", re.DOTALL)
_TAG = r"\{\{ *[A-Za-z_][A-Za-z0-9_.]*(?: *\|[^{}\n]*)? *\}\}"
"""A name in braces is a template's tag; a sum in braces is somebody's words."""
_INSIDE_TEXT = compiled(rf"<[A-Z][A-Z0-9 _-]{{1,60}}>|\[(?:[A-Z•●…_.][^\[\]\n]{{0,80}})?\]|{_TAG}|_{{3,}}|●")
_INSIDE_VALUE = compiled(r"<[^<>\n]{1,60}>|\[[^\[\]\n]{0,80}\]|\{\{[^{}\n]*\}\}|_{2,}|[•●…]")


@frozen
class Blank:
    """Words that stand for a fact which is still missing, and a note that stays inside."""

    words: str
    note: str = ""


def blank(node: Node, *, list_expected: bool = False) -> Blank | None:
    """The open point that stands here instead of a value, if there is one."""
    match node:
        case Scalar():
            return _of_text(node)
        case Sequence() if node.flow and not list_expected:
            words = source_of(node)
            return Blank(words) if _WHOLE.fullmatch(words) else None
    return None


def _of_text(node: Scalar) -> Blank | None:
    text = node.text.strip()
    found = _TBC.fullmatch(text)
    if found:
        return Blank(TBC, (found[1] or "").strip())
    return Blank(text) if _WHOLE.fullmatch(text) else None


def left_inside(text: str, *, own_words: bool) -> str:
    """The first placeholder inside a longer value; in the user's own words only what can hardly mean anything else."""
    found = (_INSIDE_TEXT if own_words else _INSIDE_VALUE).search(text)
    return found[0] if found else ""
