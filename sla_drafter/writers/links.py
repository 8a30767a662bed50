"""Where a link in a file of ours may lead."""

from __future__ import annotations

import re

from sla_drafter.language.patterns import compiled

_ALLOWED = compiled(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f<>\"\\^`{|}]+", re.IGNORECASE)


def may_lead_to(target: str) -> bool:
    """Only https, http and mailto, spelled without anything that a reader of addresses might take for something else.

    A target that may not be followed is not printed as a link; its words are.
    """
    return _ALLOWED.fullmatch(target) is not None


def fragment(name: str) -> str:
    """The id of a clause or anchor as it may stand in an attribute and behind a `#`: an id holds no white space."""
    return re.sub(r"\s+", "-", name)
