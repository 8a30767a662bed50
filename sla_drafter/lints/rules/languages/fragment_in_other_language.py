"""A sentence stands in another language than the paper."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.guess import stands_in
from sla_drafter.language.locales import language_name
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="LNG-07",
    name="fragment_in_other_language",
    severity=Severity.WARNING,
    checks=(
        "Every sentence stands in the language of the paper, as its small words tell; names and quoted titles are too "
        "short to count."
    ),
    why="What was left untranslated is understood by one side alone, and translated by each in its own way.",
    bad="Der Anbieter misst die Verfügbarkeit. The Customer shall report any failure to the desk by phone.",
    good="Der Anbieter misst die Verfügbarkeit. Der Kunde meldet jede Störung telefonisch.",
    source="Own lists of small words that no other of the four languages has.",
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)


def find(paper: Paper) -> Iterator[Finding]:
    for line, sentence in paper.sentences:
        other = stands_in(sentence, paper.language)
        if other:
            called = language_name(paper.language, "en")
            yield RULE.finding(
                f"“{' '.join(sentence.split()[:6])} …” is {language_name(other, 'en')} in a paper in {called}.",
                clause=line.clause,
                quote=sentence,
                mend=f"say it in {called}",
            )
