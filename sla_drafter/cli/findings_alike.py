"""Findings that say the same of many places: the first are shown whole, of the others each place with what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from sla_drafter.cli.findings_text import finding_text
from sla_drafter.cli.visible import visible
from sla_drafter.findings import Finding

WHOLE = 3
"""How many of the same are shown whole."""
MANY = 6
"""From how many of the same on."""
_LONGEST = 50


def findings_texts(findings: Iterable[Finding], said: Callable[[Finding], str] = finding_text) -> Iterator[str]:
    """The text of each finding; of many that say the same, a list of places stands where the fourth would.

    Those that the baseline knows are listed behind the new ones.
    """
    findings = tuple(findings)
    known = [finding for finding in findings if finding.is_known]
    findings = tuple(finding for finding in findings if not finding.is_known)
    alike: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[_said(finding)].append(finding)
    for finding in findings:
        same = alike[_said(finding)]
        if len(same) < MANY or finding in same[:WHOLE]:
            yield said(finding)
        elif finding is same[WHOLE]:
            yield "\n".join(_places(same[WHOLE:]))
    if known:
        yield "\n".join(("  Known in the baseline:", *map(_known, known)))


def _said(finding: Finding) -> Hashable:
    """What is said of a place, whatever the place."""
    mend = finding.mend.words if finding.mend else ""
    apart = (finding.witness, finding.waived, finding.private, finding.confidence)
    return (finding.rule, finding.severity, finding.message, mend, *apart)


def _known(finding: Finding) -> str:
    code = f"{finding.severity.value} {finding.rule}  {finding.name}"
    return "    " + "  ".join(filter(None, (code, _where(finding), visible(finding.where_given))))


def _places(rest: list[Finding]) -> Iterator[str]:
    first = rest[0]
    yield f"  {first.severity.value} {first.rule}  {first.name}: the same in {len(rest)} more places"
    for finding in rest:
        yield "    " + "  ".join(filter(None, (_where(finding), visible(finding.where_given), _words(finding))))


def _where(finding: Finding) -> str:
    return visible(str(finding.places[0])) if finding.places else visible(finding.clause_words)


def _words(finding: Finding) -> str:
    """What stands there, as far as a line has room for it."""
    place = finding.places[0] if finding.places else None
    marked = place.text[place.column - 1 : place.column - 1 + place.length].strip() if place else ""
    if len(marked) > _LONGEST:
        start = marked[: _LONGEST - 2]
        marked = f"{start.rpartition(' ')[0] or start} …"
    return visible(marked)
