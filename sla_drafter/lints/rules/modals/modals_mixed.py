"""The duties of one paper have several verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Line, Paper
from sla_drafter.lints.quoted import quote_at
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="MOD-01",
    name="modals_mixed",
    severity=Severity.WARNING,
    checks=(
        "The duties of the parties have one verb: shall, must or will; where a house names its own, that one. What a "
        "party must do to get something is a condition, and “shall be deemed” or “will be able” no duty."
    ),
    why="Whoever finds two verbs looks for the difference, and may read “will” as a forecast.",
    bad="The Provider shall … The Provider will …",
    good="The Provider shall … The Provider shall …",
    source="Own count; the house verb of this library is shall.",
    reads=Reads.PAPER,
    languages=("en",),
    sure=Confidence.HIGH,
)

DUTY = compiled(
    r"\b(?:Provider|Supplier|Vendor|Customer|Client|Contractor|Service Provider|Company|[Pp]art(?:y|ies)) "
    r"(?P<verb>shall|must|will|is to|are to)\b"
    r"(?! (?:not )?be (?:deemed|considered|liable|entitled|able|allowed|permitted|authori[sz]ed)\b)"
)
FURTHER = compiled(r"\b(?:and|or|but|nor)(?: (?:it|they))? (?P<verb>shall|must|will|is to|are to)\b")
SENTENCE = compiled(r"(?:[^.;]|[.;](?=\S)){0,400}")
CONDITION = compiled(r"(?:\A|[.;:]\s+)(?:In order to|To) [^.;]*\Z")


def find(paper: Paper) -> Iterator[Finding]:
    seen: dict[str, list[tuple[Line, re.Match[str]]]] = {}
    for line, found in paper.matches(DUTY):
        if found["verb"] != "must" or not CONDITION.search(line.words, 0, found.start()):
            seen.setdefault(found["verb"], []).append((line, found))
    house = paper.configuration.duty_verb
    usual = house or max(seen, key=lambda verb: len(seen[verb]), default="")
    times = spelled.counted(len(seen.get(usual, ())), "time")
    beside = f"; the verb of this house is “{usual}”" if house else f" and “{usual}” {times}"
    for verb, places in seen.items():
        if verb != usual:
            line, first = places[0]
            others = dict.fromkeys(
                swap(paper, at, start, words, f"{words.removesuffix(verb)}{usual}")
                for at, found in places
                for start, words in said(at.words, found)
            )
            yield RULE.finding(
                f"Duties have “{verb}” {spelled.counted(len(places), 'time')}{beside}.",
                clause=line.clause,
                quote=quote_at(line.words, *first.span()),
                mend=mend(f"write “{usual}” for every duty", *others),
            )


def said(text: str, duty: re.Match[str]) -> Iterator[tuple[int, str]]:
    """A duty, and what goes on with its verb in the same sentence: “must be insured and it must not sell”."""
    yield duty.start(), duty[0]
    rest = SENTENCE.match(text, duty.end())
    for further in FURTHER.finditer(text, *rest.span()) if rest else ():
        if further["verb"] == duty["verb"]:
            yield further.start(), further[0]
