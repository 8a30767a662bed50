"""A defined term and its definition do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.document.nodes import Text
from sla_drafter.document.walk import inlines_of, words_of
from sla_drafter.findings import Finding, Severity
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.context import Context
from sla_drafter.lints.paper import Line
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="CON-07",
    name="term_without_definition",
    severity=Severity.ERROR,
    checks=(
        "Every capitalised term is defined once, and every definition is used. An undefined term is an error; one "
        "that is defined and not used, or defined twice, is a warning."
    ),
    why="A capital letter promises a meaning; where none is given, each side brings its own.",
    bad="The Service Period is extended. (Service Period is defined nowhere)",
    good="“Service Period” means a calendar month. The Service Period is extended.",
    source="Defined terms stand in the paper as such; the master agreement's terms are named in the file.",
    reads=Reads.DRAFT,
)

CAPITALISED = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z]+)*(?:\s+[A-Z][a-z]+(?:-[A-Za-z]+)*)*")
BEFORE_A_SENTENCE = re.compile(r"(?:^|[:;]\s+|[“\"(]\s*)$")


def find(context: Context) -> Iterator[Finding]:
    yield from undefined(context)
    defined = context.paper.definitions
    uses = context.paper.index.uses
    for term, (words, clauses) in defined.items():
        if term not in uses:
            message = f"“{words}” is defined and never used."
            yield RULE.finding(
                message, clause=clauses[0], severity=Severity.WARNING, mend=f"delete the definition of {words}"
            )
        if len(clauses) > 1:
            message = f"“{words}” is defined {len(clauses)} times."
            yield RULE.finding(message, clause=clauses[1], severity=Severity.WARNING, mend=f"define {words} once")


def undefined(context: Context) -> Iterator[Finding]:
    """Capitalised words of the draft that are no term, no name and no beginning of a sentence."""
    found: dict[str, list[str]] = {}
    for line in context.paper.prose:
        for term in capitalised(line, context):
            found.setdefault(term, []).append(line.clause)
    for term, clauses in found.items():
        used = f"used {spelled.counted(len(clauses), 'time')}"
        yield RULE.finding(
            f"“{term}” is written as a defined term and defined nowhere ({used}).",
            clause=clauses[0],
            quote=term,
            mend=f"define “{term}”, name it under master_agreement: terms, or write it without capitals",
        )


def capitalised(line: Line, context: Context) -> Iterator[str]:
    """The capitalised words in the draft's own words of a line, known ones left out."""
    known = known_words(context)
    language = context.paper.language
    starts = {start for start, _ in sentence_spans(line.words, language)}
    at = 0
    for inline in inlines_of(line.inlines):
        if isinstance(inline, Text) and known:
            for match in CAPITALISED.finditer(inline.words):
                start = at + match.start()
                first_of_sentence = start in starts or BEFORE_A_SENTENCE.search(line.words[:start])
                words = match[0].split()[1:] if first_of_sentence else match[0].split()
                if rest := " ".join(word for word in words if word not in known):
                    yield rest
        if not getattr(inline, "children", ()):
            at += len(words_of((inline,)))


def known_words(context: Context) -> frozenset[str]:
    """Words that may have a capital: of the language, of names, of terms defined here or in the master agreement."""
    agreement = context.agreement
    master = agreement.master_agreement
    phrases = [
        *(words for words, _ in context.paper.definitions.values()),
        *(master.terms if master else ()),
        *(context.called(party) for party in agreement.parties),
        *(context.words(agreement.title).split() if agreement.title else ()),
    ]
    allowed = wordlists.capitalised(context.paper.language)
    return (
        allowed | {form for phrase in phrases for word in phrase.split() for form in (word, f"{word}s")}
        if allowed
        else allowed
    )
