"""What the tests of the agreement file share: a file that is right, clauses that are known, and how findings print."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding
from sla_drafter.model.library import Clause, ParameterKind
from sla_drafter.readers.agreement_file import Loaded, loads

DATA = Path(__file__).parent / "data"
AGREEMENT = (DATA / "agreement.yaml").read_text(encoding="utf-8")
TYPES = ("text", "texts", "duration", "percent", "money", "number", "yes_no", "role", "date")


def clause(identity: str, *parameters: ParameterKind) -> Clause:
    return Clause(identity, "1.0.0", {"en": identity.capitalize()}, "closing", {}, parameters=parameters)


CLAUSES = {
    identity: clause(identity)
    for identity in ("governing_law", "dispute_resolution", "force_majeure", "service_credits")
} | {
    "benchmarking": clause("benchmarking", ParameterKind("every", "duration", "How often prices are compared.")),
    "insurance": clause("insurance", *(ParameterKind(f"a_{type_}", type_, f"A {type_}.") for type_ in TYPES)),
}


def read(text: str, name: str = "agreement.yaml") -> Loaded:
    """A text as an agreement; the first line, the format, is added."""
    return loads(f"sla_drafter: 1\n{text}", name, CLAUSES)


def mistakes(text: str) -> tuple[Finding, ...]:
    """The mistakes of a text to which the first line, the format, is added."""
    with pytest.raises(Unreadable) as refused:
        read(text)
    return refused.value.findings


def message(text: str) -> str:
    """The one mistake of a text."""
    (finding,) = mistakes(text)
    return finding.private or finding.message


def printed(findings: Iterable[Finding]) -> str:
    """Findings as plain text: place and path, the line with its marks, what is wrong."""
    return "\n".join(_printed(finding) for finding in findings)


def _printed(finding: Finding) -> str:
    lines = [f"{finding.rule} {finding.name}"]
    for place in finding.places:
        lines += [
            f"  {place}  {finding.field}".rstrip(),
            "",
            f"    {place.line:>2} | {place.text}",
            f"       | {' ' * (place.column - 1)}{'^' * place.length} {place.note}".rstrip(),
            "",
        ]
    return "\n".join([*lines, f"  {finding.private or finding.message}", ""])
