"""The mistakes that keep an agreement file from being read: their codes, and how all of them are said at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from attrs import evolve

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Edit, Finding, Mend, Place, Severity, worst_first
from sla_drafter.language.distance import nearest

CODES = {
    "unreadable_yaml": "FILE-01",
    "unknown_key": "FILE-02",
    "wrong_value": "FILE-03",
    "unknown_id": "FILE-04",
    "given_twice": "FILE-05",
    "format_version": "FILE-06",
    "unsafe_character": "FILE-07",
    "missing_file": "FILE-08",
    "comma_in_braces": "FILE-09",
    "empty_value": "FILE-10",
    "wrong_parent": "FILE-11",
    "core_clause": "FILE-12",
}
"""What can be wrong with a file, and the code of each; a code is never used for anything else."""

_MOST_NAMED = 12


_KEYS = ("unknown_key", "unknown_id", "wrong_value")
_UNTOLD = "What stands here is private and cannot be read; only the terminal shows it."


def mistake(
    name: str, message: str, field: str = "", place: Place | None = None, right: str = "", *, edit: bool = False
) -> Finding:
    """One mistake. `right` is what could be pasted; with `edit` a program may put it where the mistake is."""
    edits = (Edit(field, right),) if edit and right and field else ()
    found = Finding(
        rule=CODES[name],
        name=name,
        severity=Severity.ERROR,
        message=message,
        field=field,
        places=(place,) if place else (),
        mend=Mend(right, edits) if right else None,
    )
    return _private(found) if f"{field}.".startswith("private.") or (place and place.is_private) else found


def _private(found: Finding) -> Finding:
    """The mistake with every word that was typed in what no report carries: they may be a margin or a name.

    A key that is none is typed too, so the path ends above it. The mend may hold what was typed.
    """
    right = found.mend.words if found.mend else ""
    said = [found.message, *(place.note for place in found.places)]
    said += [f"Write {right}."] if right and right not in found.message else []
    above, _, last = found.field.rpartition(".")
    is_key = found.name in _KEYS and re.search(rf"[ \"]{re.escape(last)}[.\"]", found.message)
    return evolve(
        found,
        message=_UNTOLD,
        field=above if above and is_key else found.field,
        places=tuple(evolve(place, note="") for place in found.places),
        mend=None,
        private=" ".join(filter(None, said)),
    )


def refuse(name: PurePath, findings: Iterable[Finding]) -> None:
    """Raises `Unreadable` with every mistake, once each, in the order of the file; nothing is raised without one."""
    unique = worst_first(dict.fromkeys(findings))
    if unique:
        raise Unreadable(headline(str(name), len(unique)), unique)


def headline(name: str, count: int) -> str:
    """The first line of a refusal: which file, and how many mistakes."""
    return f"{name} cannot be read: {count} mistake{'' if count == 1 else 's'}"


def did_you_mean(word: str, candidates: Sequence[str], otherwise: str) -> tuple[str, str]:
    """The question for the nearest known word and that word; without a near one, what is known."""
    near = nearest(word, candidates, limit=1)
    if near:
        return f"Did you mean {near[0]}?", near[0]
    return (f"{otherwise}: {named(candidates)}." if candidates else ""), ""


def named(words: Sequence[str]) -> str:
    """Words in a row; of a long row, the first dozen and how many more."""
    more = len(words) - _MOST_NAMED
    shown = ", ".join(words[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
