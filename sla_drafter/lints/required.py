"""What a thing has to say, as a table: each field with the sentence for its absence and the words that supply it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sla_drafter.findings import Finding
from sla_drafter.lints.rule import Rule
from sla_drafter.values import frozen


@frozen
class Needed:
    """A field that a thing needs: its key, what a message says when it is absent, and how it would be written."""

    key: str
    says: str
    mend: str


def missing(rule: Rule, thing: Any, path: str, needed: Iterable[Needed], **more: Any) -> Iterator[Finding]:
    """A finding for each field that is absent; all of them are where the thing itself is."""
    for one in needed:
        if thing is None or getattr(thing, one.key) in (None, ()):
            yield rule.finding(one.says, f"{path}.{one.key}", mend=f"{one.key}: {one.mend}", **more)
