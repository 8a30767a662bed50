"""A clause text holds a figure, which is then agreed in every agreement."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.shelf import Shelf, own_words, place_in
from sla_drafter.lints.wordlists import listed

RULE = Rule(
    code="LIB-10",
    name="number_in_text",
    severity=Severity.ERROR,
    checks="No digit and no number word above one stands in the text of a clause.",
    why="A figure in prose is agreed by whoever wrote the clause, and contradicts the table that computes.",
    bad="The Provider shall answer within two days.",
    good="The Provider shall answer within {{ change.answer_within | duration }}.",
    source="One set of facts: text, tables and sums print the same fields.",
    reads=Reads.LIBRARY,
)
_WORD = compiled(r"[0-9]+|[^\W\d_]+")


def find(shelf: Shelf) -> Iterator[Finding]:
    for clause, text in shelf.texts:
        above_one = frozenset(listed("number_words").get(text.language, ()))
        for number, line in enumerate(own_words(text).splitlines(), 1):
            for word in _WORD.findall(line):
                if word[0].isdigit() or word.lower() in above_one:
                    yield RULE.finding(
                        f"“{word}” stands in the text.",
                        clause=clause.id,
                        places=(place_in(text.where, text.source, number),),
                        mend="print a fact of the agreement, with a default in clause.yaml",
                    )
