"""A space stands beside a sign, or is missing there, as another language has it."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.notation import Strange, strange_spaces
from sla_drafter.language.typography import NO_BREAK
from sla_drafter.lints import spelled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.swaps import mend, swap

RULE = Rule(
    code="LNG-05",
    name="spaces_of_other_language",
    severity=Severity.INFO,
    checks=(
        "A space stands before a percent sign in German, French and Spanish and none in English; French alone has one "
        "before : ; ! ? and inside its quotation marks."
    ),
    why="It changes no meaning; it shows a reader that the text was not read in its own language before it was sent.",
    bad="99,95% de disponibilité\nLe service : oui; le reste: non",
    good="99,95 % de disponibilité\nLe service : oui ; le reste : non",
    source=(
        "DIN 5008 for German; the Lexique of the Imprimerie nationale for French; the Ortografía of the RAE for "
        "Spanish."
    ),
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

NAMES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}
LONGEST_WORD = 40


def find(paper: Paper) -> Iterator[Finding]:
    found = [(line, one) for line in paper.lines for one in strange_spaces(line.words, paper.language)]
    if found:
        line, first = found[0]
        every = (swap(paper, at, one.start, one.words, one.right) for at, one in found)
        yield RULE.finding(
            f"{said(line.words, first, paper.language)} ({spelled.counted(len(found), 'place')}).",
            clause=line.clause,
            quote=first.words,
            mend=mend(f"write “{first.right.replace(NO_BREAK, ' ')}”", *every, is_safe=True),
        )


def said(text: str, strange: Strange, language: str) -> str:
    """What is strange at the first place: “A space stands before the colon of …; German has none there”."""
    is_behind = strange.words[-1].isalnum()
    sign = strange.words[0] if is_behind else strange.words[-1]
    start = text.rfind(" ", max(0, strange.start - LONGEST_WORD), strange.start) + 1
    start = max(start, strange.start - LONGEST_WORD)
    where = (
        f"{'behind' if is_behind else 'before'} the “{sign}” of “{text[start : strange.start + len(strange.words)]}”"
    )
    if len(strange.right) > len(strange.words):
        return f"No space stands {where}; {NAMES[language]} has one there"
    return f"A space stands {where}; {NAMES[language]} has none there"
