"""A defined term and its definition do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.document.nodes import Use
from sla_drafter.findings import Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.language.sentences import sentence_spans
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.capitals import known_phrases
from sla_drafter.lints.context import Context
from sla_drafter.lints.own_words import others, outside
from sla_drafter.lints.paper import Line
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.undefined import CAPITAL

RULE = Rule(
    code="CON-07",
    name="term_without_definition",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
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

BEFORE_A_SENTENCE = compiled(r"(?:^|[:;]\s+|[“„«\"(]\s*)$")
_LOOK_BACK = 8


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
    known = known_phrases(context)
    found: dict[str, list[str]] = {}
    for line in context.paper.prose:
        for term in capitalised(line, known, context.paper.language):
            found.setdefault(term, []).append(line.clause)
    for term, clauses in found.items():
        used = f"used {spelled.counted(len(clauses), 'time')}"
        yield RULE.finding(
            f"“{term}” is written as a defined term and defined nowhere ({used}).",
            clause=clauses[0],
            quote=term,
            mend=f"define “{term}”, name it under master_agreement: terms, or write it without capitals",
        )


def capitalised(line: Line, known: PhraseIndex[None], language: str) -> Iterator[str]:
    """The capitalised words among the draft's own words of a line, neighbours together, known ones left out."""
    if not wordlists.capitalised(language):
        return  # a language in which other words are capitalised too
    spans = tuple(others(line))
    own = list(outside(spans, CAPITAL.finditer(line.words)))
    starts = {start for start, _ in sentence_spans(line.words, language)} if own else set()
    own = [match for match in own if not begins(match, starts)]
    if not own:
        return
    masked = {place for found in known.find(line.words) for place in range(found.start, found.end)}
    before = {end + 1: inline.words for _, end, inline in spans if isinstance(inline, Use)}
    term: list[str] = []
    end = -1
    for match in own:
        if match.start() in masked:
            continue
        if match.start() != end + 1 and term:
            yield " ".join(term)
            term = []
        whole = [before[match.start()]] if match.start() in before else []  # "Service" is a term, "Service Period" none
        term, end = [*term, *whole, match[0]], match.end()
    if term:
        yield " ".join(term)


def begins(match: re.Match[str], starts: set[int]) -> bool:
    """Whether a word begins a sentence, or what is written like one."""
    at = match.start()
    return at in starts or bool(BEFORE_A_SENTENCE.search(match.string[max(at - _LOOK_BACK, 0) : at]))
