"""Judges the clause library: the rules of the library, and the rules on wording over what its examples print."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from sla_drafter.findings import Finding, worst_first
from sla_drafter.lints.filled import faults, papers
from sla_drafter.lints.register import rule_file, rule_files
from sla_drafter.lints.rule import Reads
from sla_drafter.lints.shelf import Shelf, place_in

WORDING = ("AMB-01", "RDB-01")
"""The rules on wording that judge sentence by sentence, so that a clause alone can be judged by them."""


def check(shelf: Shelf) -> tuple[Finding, ...]:
    """What is wrong with the clauses on a shelf, worst first."""
    found = [*faults(shelf), *_wording(shelf)]
    for file in rule_files():
        if file.RULE.reads is Reads.LIBRARY:
            found += file.find(shelf)
    return worst_first(dict.fromkeys(found))


def _wording(shelf: Shelf) -> Iterator[Finding]:
    for text, paper in papers(shelf):
        for code in WORDING:
            for finding in rule_file(code).find(paper):
                if not finding.field:  # the words of an example are not the author's text
                    yield evolve(finding, places=(place_in(text.where, text.source, _line(text.source, finding)),))


def _line(source: str, finding: Finding) -> int:
    start = " ".join(finding.quote.split()[:3])
    return next((number for number, line in enumerate(source.splitlines(), 1) if start and start in line), 1)
