"""A time on the clock has no time zone."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="NUM-08",
    name="clock_time_without_zone",
    severity=Severity.WARNING,
    checks="A paper that names times on the clock names their time zone.",
    why="A desk that opens at 08:00 opens at another hour for a side in another country.",
    bad="Monday to Friday 08:00 to 18:00\nMontag bis Freitag 8 bis 18 Uhr",
    good="Monday to Friday 08:00 to 18:00, London time",
    source="Own lists (data/measures.yaml). In a draft of this library it is CON-16.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    zones = [wordlists.pattern("measures", language, "zones") for language in ("all", paper.language)]
    if any(zone.search(line.words) for zone in zones for line in paper.lines_holding(zone)):
        return
    times = wordlists.pattern("measures", paper.language, "times")
    found = [(line, time[0]) for line in paper.lines_holding(times) for time in times.finditer(line.words)]
    if found:
        line, words = found[0]
        yield RULE.finding(
            f"“{words}” and no time zone ({spelled.counted(len(found), 'time')} on the clock in the paper).",
            clause=line.clause,
            quote=words,
            mend="name the time zone once, for all times",
        )
