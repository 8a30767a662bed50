"""A sentence rests on a word from which nothing can be measured."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.nodes import Inline, Value
from sla_drafter.document.walk import inlines_of, words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.lints import promises, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.quoted import quote_at
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
    said: set[tuple[str, str]] = set()
    for line in paper.holding(wordlists.vague(paper.language)):
        own = tuple(inline for inline in line.inlines if not is_promise(inline))
        words = words_of(own)
        for found in wordlists.vague_words(words, paper.language):
            field = field_at(own, found.start)
            if field and (field, found.words) in said:
                continue  # a fact that is printed twice is vague once
            said.add((field, found.words))
            yield RULE.finding(
                f"Nothing can be measured from “{found.words}”.",
                field,
                clause=line.clause,
                quote=quote_at(words, found.start, found.end),
                mend=f"say by when or how much, or delete “{found.words}”",
            )


def is_promise(inline: Inline) -> bool:
    """Whether the words are a promise in the data, which a rule of its own judges."""
    return isinstance(inline, Value) and promises.judges(inline.field)


def field_at(inlines: tuple[Inline, ...], start: int) -> str:
    """The path of the fact whose words stand at a place; empty for the words of the clause itself."""
    end = 0
    for inline in inlines_of(inlines):
        if getattr(inline, "children", ()):
            continue
        end += len(words_of((inline,)))
        if start < end:
            return inline.field if isinstance(inline, Value) else ""
    return ""
