"""A comma inside braces or brackets ends the value: finds where it was meant to be part of it.

`{limit: 4,000 connections}` is to YAML a limit of 4 and a key "000 connections" without a value. The value is put
together again, so that the file is read on and only this one mistake is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Row

from attrs import evolve

from sla_drafter.findings import Finding
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.agreement_file.broken_yaml import KEY_WITHOUT_SPACE
from sla_drafter.readers.agreement_file.mistakes import mistake
from sla_drafter.readers.agreement_file.nodes import Entry, Node, Origin, Scalar

_NUMBER_BEFORE = compiled(r"\d{1,3}$")
_THOUSANDS = compiled(r"\d{3}(?!\d)")


def joined_entries(entries: list[Entry], origin: Origin) -> tuple[list[Entry], list[Finding]]:
    """The entries of a mapping in braces, each cut value whole again, and a mistake for each."""
    whole: list[Entry] = []
    findings: list[Finding] = []
    cut: list[Scalar] = []
    for entry in [*entries, None]:
        if entry is not None and whole and _is_cut_off(entry, origin) and isinstance(whole[-1].value, Scalar):
            cut.append(entry.key)
            continue
        if cut:
            value = whole[-1].value
            assert isinstance(value, Scalar)  # noqa: S101 - nothing else is continued, see above
            findings.append(_said(value, cut, origin, "braces"))
            whole[-1] = Entry(whole[-1].key, _joined(value, cut[-1], origin))
            cut = []
        if entry is not None:
            whole.append(entry)
    return whole, findings


def joined_items(items: Row[Node], origin: Origin) -> tuple[tuple[Node, ...], list[Finding]]:
    """The items of a list in brackets; only thousands are put together, since a comma is right between items."""
    whole: list[Node] = []
    findings: list[Finding] = []
    for item in items:
        before = whole[-1] if whole else None
        if isinstance(before, Scalar) and isinstance(item, Scalar) and _are_thousands(before, item):
            findings = [finding for finding in findings if finding.places[0].column != before.start]
            findings.append(_said(before, [item], origin, "brackets"))
            whole[-1] = _joined(before, item, origin)
        else:
            whole.append(item)
    return tuple(whole), findings


def _is_cut_off(entry: Entry, origin: Origin) -> bool:
    """Whether an entry is a key alone, without even a colon."""
    value, key = entry.value, entry.key
    alone = isinstance(value, Scalar) and value.plain and value.start == value.end and key.plain
    has_colon = origin.text[key.end :].lstrip().startswith(":") or KEY_WITHOUT_SPACE.match(key.text)
    return alone and not has_colon


def _are_thousands(before: Scalar, after: Scalar) -> bool:
    touching = after.start == before.end + 1
    digits = _NUMBER_BEFORE.search(before.text) and _THOUSANDS.match(after.text)
    return touching and before.plain and after.plain and bool(digits)


def _joined(value: Scalar, last: Scalar, origin: Origin) -> Scalar:
    return evolve(value, text=origin.text[value.start : last.end], end=last.end)


def _said(value: Scalar, cut: Row[Scalar], origin: Origin, marks: str) -> Finding:
    whole = origin.text[value.start : cut[-1].end]
    quoted = '"' + whole.replace("\\", "\\\\").replace('"', '\\"') + '"'
    note = f"inside {marks} a comma ends the value: this reads as {value.text}"
    before = re.search(r"[\d,]*\d$", value.text)
    if before and _are_thousands(value, cut[0]):
        start = value.start + before.start()
        number = re.match(r"[\d,]+(?:\.\d+)?", origin.text[start : cut[-1].end])
        digits = number[0].rstrip(",") if number else ""
        place = origin.place(start, start + len(digits), note)
        plain = digits.replace(",", "") if start == value.start else whole.replace(digits, digits.replace(",", ""))
        return mistake("comma_in_braces", f"Write {plain}, or {quoted} in quotes.", place=place)
    message = f"Write {quoted} in quotes, or give {cut[0].text} a value of its own."
    return mistake("comma_in_braces", message, place=origin.place(value.start, cut[-1].end, note))
