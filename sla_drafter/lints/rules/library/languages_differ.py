"""A clause says something in one language that it does not say in another."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.shelf import Shelf, place_in
from sla_drafter.model.library import ClauseText

RULE = Rule(
    code="LIB-11",
    name="languages_differ",
    severity=Severity.ERROR,
    checks="In each language, a position prints the same facts, points to the same clauses, defines as many terms.",
    why="Both versions are signed; a fact that only one of them prints was agreed with only one of the parties.",
    bad="en.md prints {{ reports.due | duration }}, de.md does not",
    good="both print it",
    source="Parity of translations is checked by machine; their wording is not.",
    reads=Reads.LIBRARY,
)
_SLOT = compiled(r"\{\{\s*([A-Za-z_][\w.]*)")
_REFERENCE = compiled(r"\]\(#([^)]*)\)")
_DEFINITION = compiled(r"\*\*[\"“]")


def find(shelf: Shelf) -> Iterator[Finding]:
    for clause in shelf.clauses:
        for position in dict.fromkeys(text.position for text in clause.texts):
            texts = [text for text in clause.texts if text.position == position]
            first = min(texts, key=lambda text: (text.language != "en", text.language))
            for text in texts:
                for what in differences(first, text):
                    yield RULE.finding(
                        f"{text.where} {what}, unlike {first.where}.",
                        clause=clause.id,
                        places=(place_in(text.where, text.source),),
                        mend="say the same in each language",
                    )


def differences(first: ClauseText, other: ClauseText) -> Iterator[str]:
    """What a text has or lacks, compared with the first language."""
    for pattern, does in ((_SLOT, "print {}"), (_REFERENCE, "point to {}")):
        ours, theirs = set(pattern.findall(first.source)), set(pattern.findall(other.source))
        yield from (f"does not {does.format(one)}" for one in sorted(ours - theirs))
        yield from (f"does {does.format(one)}" for one in sorted(theirs - ours))
    counts = [len(_DEFINITION.findall(text.source)) for text in (first, other)]
    if counts[0] != counts[1]:
        yield f"defines another number of terms ({counts[1]}, not {counts[0]})"
