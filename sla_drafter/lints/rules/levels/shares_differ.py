"""Two shares are promised of what seems to be one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import sentences
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.promised import Share, shares
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="SLA-18",
    name="shares_differ",
    severity=Severity.ERROR,
    checks="A paper that promises one availability names one share for it wherever it says it.",
    why="With 99.9% in one clause and 99.5% in another, each side relies on the one that suits it.",
    bad=(
        "The Provider keeps an availability of 99.9%. The availability of the Service is at least 99.5%.\n"
        "Der Anbieter hält eine Verfügbarkeit von 99,9 %. Die Verfügbarkeit des Dienstes beträgt mindestens 99,5 %.\n"
        "Le prestataire assure une disponibilité de 99,9 %. La disponibilité du service est d’au moins 99,5 %.\n"
        "El proveedor garantiza una disponibilidad del 99,9 %. La disponibilidad del servicio es de al menos el 99,5 %."
    ),
    good="The availability of the portal is at least 99.9%, that of the archive at least 99.5%.",
    source=(
        "Own lists (data/levels.yaml). Silent where one promise names a plan, a tier or a part and the other does not. "
        "From data a target is said once."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.LOW,
)

_WORD = compiled(r"[^\W\d_]+")


def find(paper: Paper) -> Iterator[Finding]:
    promised = {share.value: share for share in shares(paper)}
    if len(promised) != 2:  # one is said, or so many that they are of different things
        return
    first, second = promised.values()
    said = [_sentence(paper, share) for share in (first, second)]
    if said[0] is None or said[1] is None or said[0] == said[1]:  # one sentence with both says of what each is
        return
    if _told(paper, said[0]) == _told(paper, said[1]):
        yield RULE.finding(
            f"{first.words} is promised, and {second.words} elsewhere, and no word tells of which thing each is.",
            clause=second.clause,
            quote=second.words,
            mend="keep the one that is agreed, or say of what each is",
        )


def _sentence(paper: Paper, share: Share) -> str | None:
    """The sentence of a promise; nothing for one that stands in no sentence."""
    lines = (line.words for line in paper.lines_of[share.clause] if line.part is Part.PROSE)
    return next((one for words in lines for one in sentences(words, paper.language) if share.words in one), None)


def _told(paper: Paper, sentence: str) -> frozenset[str]:
    """The words of a promise that may tell one thing from another."""
    return frozenset(_WORD.findall(sentence.casefold())) - _same(paper.language, sentence)


def _same(language: str, sentence: str) -> frozenset[str]:
    """The words of a sentence that do not tell one thing from another."""
    return frozenset(filter(_alike(language).fullmatch, _WORD.findall(sentence.casefold())))


@cache
def _alike(language: str) -> re.Pattern[str]:
    return compiled(wordlists.listed("levels")[language]["same"])
