"""The texts of one fact have other figures in another language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sla_drafter.findings import Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.figures import figures_of
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.context import Context
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.model.languages import texts_by_language

RULE = Rule(
    code="LNG-08",
    name="figures_differ_between_languages",
    severity=Severity.ERROR,
    others=(Severity.WARNING,),
    checks=(
        "A text that the agreement gives in several languages has the same figures in each. Other figures are an "
        "error; a figure that one text has and another lacks is a warning."
    ),
    why="Two figures in the two texts of one promise are two promises, and each side holds up the one that it likes.",
    bad="text: {en: answers within 4 hours, de: antwortet innerhalb von 8 Stunden}",
    good="text: {en: answers within 4 hours, de: antwortet innerhalb von 4 Stunden}",
    source="Own rule: facts stand once; only the user's own texts can drift.",
    reads=Reads.DATA,
)


A_DIGIT = compiled(r"\d")


def find(context: Context) -> Iterator[Finding]:
    for path, texts in texts_by_language(context.texts_of_facts, context.agreement.language):
        known = {language: words for language, words in texts.items() if language in LANGUAGES}
        if len(known) > 1 and any(map(A_DIGIT.search, known.values())):
            yield from differing(path, known)


def differing(path: str, texts: dict[str, str]) -> Iterator[Finding]:
    """The first language of a text, compared with each other one."""
    first, *others = texts
    here = Counter(figures_of(texts[first], first))
    for other in others:
        there = Counter(figures_of(texts[other], other))
        if here != there:
            is_other = here.total() == there.total()
            yield RULE.finding(
                f"The figures differ: {said(here - there)} in {first}, {said(there - here)} in {other}.",
                path,
                severity=Severity.ERROR if is_other else Severity.WARNING,
                mend="give both texts the same figures",
            )


def said(figures: Counter[str]) -> str:
    """Figures in a row; none is "none"."""
    return ", ".join(sorted(figures.elements())) or "none"
