"""Reads a file of answers: what the interview of `new` asks, for whoever has no terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from attrs import field

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity
from sla_drafter.language.distance import nearest
from sla_drafter.model.choices import CHOICES, KINDS
from sla_drafter.values import frozen

KEYS = ("kind", "starter", "provider", "customer", "position", "figures", "law", "clauses", "leave_out")
FIGURES = ("starter", "position")


@frozen
class Answers:
    """What somebody wants of an agreement: what is not answered stays as the starter has it.

    `kind` are kinds of agreement; `starter` is a name; `position` one of the three; `figures` says whether the figures
    of the starter stay or those of the position take their place; `clauses` are wanted as well, `leave_out` maps those
    that are not wanted to the reason.
    """

    kind: tuple[str, ...] = ()
    starter: str = ""
    provider: str = ""
    customer: str = ""
    position: str = ""
    figures: str = "starter"
    law: str = ""
    clauses: tuple[str, ...] = ()
    leave_out: Mapping[str, str] = field(factory=dict)


def read_answers(file: Path) -> Answers:
    """The answers in a YAML file. Raises `Unreadable` with everything that is wrong with them."""
    import yaml

    try:
        tree: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes text only
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise Unreadable(f"{file} cannot be read: {' '.join(str(fault).split())}") from fault
    written = tree if isinstance(tree, dict) else {}
    wrong = list(_wrong(written, file)) if isinstance(tree, dict) else [_fault(file, "", "it holds no answers")]
    if wrong:
        raise Unreadable(f"{file} cannot be read: {len(wrong)} mistake{'' if len(wrong) == 1 else 's'}", wrong)
    given = dict(written)
    for key in ("kind", "clauses"):
        if key in given:
            given[key] = (given[key],) if isinstance(given[key], str) else tuple(given[key])
    return Answers(**given)


def _wrong(written: Mapping[str, Any], file: Path) -> list[Finding]:
    found = []
    for key, value in written.items():
        if key not in KEYS:
            near = " or ".join(nearest(key, KEYS)) or ", ".join(KEYS)
            found.append(_fault(file, key, f"nobody asks for {key}", near))
        elif key == "leave_out":
            if not isinstance(value, dict) or not all(isinstance(each, str) and each for each in value.values()):
                found.append(_fault(file, key, "it gives no reason for each clause", "leave_out: {audits: the reason}"))
        elif key in ("kind", "clauses"):
            if not isinstance(value, str | list) or not all(isinstance(each, str) for each in value):
                found.append(_fault(file, key, "it is no list of names", f"{key}: [first, second]"))
        elif not isinstance(value, str):
            found.append(_fault(file, key, "it is no text", f"{key}: a text"))
    return [*found, *_strange(written, file)]


def _strange(written: Mapping[str, Any], file: Path) -> Iterator[Finding]:
    """Words that are none of those that an answer may be."""
    allowed = {"position": tuple(CHOICES["position"]), "law": tuple(CHOICES["law"]), "figures": FIGURES, "kind": KINDS}
    for key, known in allowed.items():
        given = written.get(key, ())
        for one in (given,) if isinstance(given, str) else given:
            if isinstance(one, str) and one not in known:
                right = ", ".join(nearest(one, known) or known)
                yield _fault(file, key, f"{one} is none of its words", right)


def _fault(file: Path, key: str, what: str, right: str = "kind: customer_based") -> Finding:
    place = Place(PurePath(file), 1, 1, "")
    message = f"{key + ': ' if key else ''}{what}."
    return Finding("ANS-01", "wrong_answer", Severity.ERROR, message, field=key, places=(place,), mend=Mend(right))
