"""What the tags of a Word template can name, and what they name in vain."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from sla_drafter.document.index import values_of
from sla_drafter.document.nodes import Document


def facts_of(document: Document) -> Mapping[str, object]:
    """Every fact on paper as it is printed there, by its path: `parties.provider.name`, nested at the points.

    Where a fact is printed in several forms, the first one counts.
    """
    found: dict[str, object] = {}
    for _, value in values_of(document):
        *above, last = value.field.split(".")
        place: object = found
        for step in above:
            place = place.setdefault(step, {}) if isinstance(place, dict) else None
        if isinstance(place, dict):
            place.setdefault(last, value.words)
    return found


def unknown(names: tuple[str, ...], context: Mapping[str, object]) -> Iterator[str]:
    """What tags name and nobody knows, each with what may have been meant."""
    for name in dict.fromkeys(names):
        missing = _missing(name, context)
        if missing is not None:
            near = difflib.get_close_matches(name.rpartition(".")[2], missing, 3)
            known = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(sorted(missing)[:12])}"
            yield f"there is no field {name}; {known}"


def _missing(name: str, context: Mapping[str, object]) -> list[str] | None:
    """The names that there are where a step leads nowhere; None when all steps lead somewhere."""
    place: object = context
    for step in name.split("."):
        if not isinstance(place, Mapping):
            return None  # what is empty, or has parts of its own, is looked at when it is filled
        if step not in place:
            return [str(known) for known in place]
        place = place[step]
    return None
