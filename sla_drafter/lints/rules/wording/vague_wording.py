"""A sentence rests on a word from which nothing can be measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_drafter.document.nodes import Value
from sla_drafter.document.walk import words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import promises, spelled, wordlists
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="AMB-01",
    name="vague_wording",
    severity=Severity.WARNING,
    checks="The sentences of the paper hold no vague word; promises that stand in the data are judged by MEA-01.",
    why="Vague words in a clause are read by a court as 'reasonable', and that is decided after the dispute.",
    bad="The Provider informs the Customer promptly.",
    good="The Provider informs the Customer within 4 hours.",
    source=(
        "Own list of words (data/vague_words.yaml); terms of art with a settled meaning are exempt "
        "(data/terms_of_art.yaml)."
    ),
    reads=Reads.PAPER,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.prose:
        judged = [found.words.lower() for found in wordlists.vague_words(own_words(line), paper.language)]
        for words, count in Counter(judged).items():
            times = f", {spelled.counted(count, 'time')}" if count > 1 else ""
            yield RULE.finding(
                f"Nothing can be measured from “{words}”{times}.",
                clause=line.clause,
                quote=words,
                mend=f"say by when or how much, or delete “{words}”",
            )


def own_words(line: Line) -> str:
    """The words of a line without those of promises in the data, which have a rule of their own."""
    return words_of(
        inline for inline in line.inlines if not isinstance(inline, Value) or not promises.judges(inline.field)
    )
