"""An example beside a clause leaves a blank in it, or the clause does not say what the example expects."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.nodes import Blank
from sla_drafter.document.walk import inlines_of, lines_of, words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints.filled import blocks_of, examples_filled
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.shelf import Shelf, place_in

RULE = Rule(
    code="LIB-14",
    name="example_fails",
    severity=Severity.ERROR,
    checks="Each example fills its clause without a blank, in every language and position, and says what is expected.",
    why="An example is the first agreement that a clause is used in; what fails there fails in the others.",
    bad="agreement: {meetings: {}} (and the clause prints meetings.every)",
    good="agreement: {meetings: {every: 1 month}}",
    source="Examples beside the unit they belong to, run by machine.",
    reads=Reads.LIBRARY,
)


def find(shelf: Shelf) -> Iterator[Finding]:
    for filled in examples_filled(shelf):
        example, text = filled.example, filled.text
        lines = [line for block in blocks_of(filled.parsed) for line in lines_of(block)]
        blanks = dict.fromkeys(one.field for line in lines for one in inlines_of(line) if isinstance(one, Blank))
        place = (place_in(example.where, example.title),)
        for field in blanks:
            message = f"In the example “{example.title}”, {text.where} leaves {field} blank."
            yield RULE.finding(message, field, clause=example.clause, places=place, mend=f"state {field} there")
        said = " ".join(" ".join(map(words_of, lines)).replace("\u00a0", " ").split())
        if example.says not in said:
            message = f"In the example “{example.title}”, {text.where} does not say “{example.says}” but “{said}”."
            yield RULE.finding(message, clause=example.clause, places=place, mend="mend the text or the example")
