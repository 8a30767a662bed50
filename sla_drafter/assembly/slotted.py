"""A fixed phrase of a language with facts in its slots: the facts keep their fields, the words around them are text."""

from __future__ import annotations

from sla_drafter.assembly.sheet import CLOSE, OPEN, SLOT
from sla_drafter.document.nodes import Inline, Text
from sla_drafter.language.words import Words


def slotted(words: Words, key: str, **slots: Inline | tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The message of this key with an inline, or a line of them, in the place of each of its slots."""
    lines = [slot if isinstance(slot, tuple) else (slot,) for slot in slots.values()]
    marks = {name: f"{OPEN}{place}{CLOSE}" for place, name in enumerate(slots)}
    parts = enumerate(SLOT.split(words.message(key, 1, **marks)))
    return tuple(node for place, part in parts if part for node in (lines[int(part)] if place % 2 else (Text(part),)))
