"""Reads `examples.yaml` beside a clause: small agreements, written as in an agreement file, on which it must fill."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import Any

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding
from sla_drafter.model.example import Example
from sla_drafter.model.library import Clause, Library
from sla_drafter.readers.agreement_file import loads
from sla_drafter.readers.agreement_file.quoting import flow
from sla_drafter.readers.clauses.fields import Fields
from sla_drafter.readers.clauses.yaml_file import tree_of

FILE = "examples.yaml"


def examples_in(folder: Traversable, judged: Library, library: Library, mistakes: list[Finding]) -> Iterator[Example]:
    """The examples of the judged clauses, which stand in a folder; what cannot be read is added to the mistakes.

    The agreements of the examples may name every clause of the whole library.
    """
    for clause in judged.clauses.values():
        file = folder / clause.section / clause.id / FILE
        if file.is_file():
            yield from _examples(file, f"{clause.section}/{clause.id}/{FILE}", clause, library, mistakes)


def _examples(
    file: Traversable, name: str, clause: Clause, library: Library, mistakes: list[Finding]
) -> Iterator[Example]:
    tree = tree_of(file, name, mistakes)
    if not isinstance(tree, list):
        Fields({}, name, mistakes).wrong("", "is no list of examples", "- title: …\n  agreement: {…}")
        return
    for written in tree:
        found = _example(Fields(written, name, mistakes), clause, library)
        if found:
            yield found


def _example(fields: Fields, clause: Clause, library: Library) -> Example | None:
    fields.only(("title", "agreement", "with", "language", "position", "says"))
    title, written = fields.text("title"), fields.given("agreement")
    if not isinstance(written, dict):
        fields.wrong("agreement", "holds no keys", "the facts that the clause prints, as in an agreement file")
        return None
    try:
        agreement = loads(_text(written, clause), PurePath(fields.file), library.clauses).agreement
    except Unreadable as refused:
        for finding in refused.findings:
            fields.wrong(f"{title}: {finding.field}", finding.message.rstrip("."), "facts as in an agreement file")
        return None
    return Example(
        clause.id,
        title,
        agreement,
        fields.file,
        fields.texts("with"),
        fields.text("language", ""),
        fields.text("position", ""),
        fields.text("says", ""),
    )


def _text(written: dict[str, Any], clause: Clause) -> str:
    """The facts as an agreement file; its kind is the first that knows the clause, where the example has none."""
    kind = next((kind for kind, standing in clause.kinds.items() if standing.value != "unused"), "customer_based")
    facts = {"sla_drafter": "1", "kind": kind, **written}
    return "".join(f"{key}: {flow(value)}\n" for key, value in facts.items())
