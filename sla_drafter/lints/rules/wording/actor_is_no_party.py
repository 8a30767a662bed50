"""A duty is put on somebody who did not sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import Found, PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed
from sla_drafter.values import frozen

RULE = Rule(
    code="AMB-11",
    name="actor_is_no_party",
    severity=Severity.WARNING,
    checks="A duty of people or of an office says whose they are.",
    why="Staff and users have signed nothing: when they fail, each side says that they are the other’s.",
    bad=(
        "Staff shall answer within 4 hours.\nMitarbeiter müssen jeden Ausfall melden.\n"
        "Les utilisateurs doivent signaler chaque panne.\nEl personal deberá comunicar cada fallo."
    ),
    good="The Provider shall answer within 4 hours. The Customer shall see that its users report each outage.",
    source=(
        "Own lists (data/actors.yaml). People whose party is named in the sentence pass, and roles with a capital or a "
        "definition; tasks in the data are judged by GOV-11, duties in the passive by AMB-10."
    ),
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

LONGEST_WORD = 40
CAPITALISED = compiled(r"[^\W\d_]\S* \Z")


@frozen
class Words:
    """Who acts, what makes a duty of it, and what says whose people they are."""

    actors: PhraseIndex[str]
    parties: PhraseIndex[str]
    duty: re.Pattern[str]
    owned: re.Pattern[str]


def find(paper: Paper) -> Iterator[Finding]:
    for clause, actor, said in unowned_duties(paper):
        if actor.casefold() not in {term.casefold() for term in typed(paper).definitions}:
            message = f"“{said}”: the sentence does not say whose duty it is."
            yield RULE.finding(message, clause=clause, quote=said, mend="name the party: “The Provider shall …”")


def unowned_duties(paper: Paper) -> Iterator[tuple[str, str, str]]:
    """Every duty of an actor without a party before it: where it stands, the actor, the words up to the verb."""
    known = known_words(paper.language)
    for line, sentence in paper.sentences_holding(known.actors):
        acting = [(actor, known.duty.match(sentence, actor.end)) for actor in known.actors.find(sentence)]
        owned_from = first_owner(sentence, known) if any(duty for _, duty in acting) else 0
        for actor, duty in acting:
            if duty and actor.start <= owned_from and not has_name(sentence, actor, paper.language):
                yield line.clause, actor.words, sentence[actor.start : duty.end()]


def first_owner(sentence: str, known: Words) -> int:
    """Where a sentence first says whose people they are, by a party or a possessive; its length where it does not."""
    places = (known.owned.search(sentence), next(known.parties.find(sentence), None))
    starts = (place.start if isinstance(place, Found) else place.start() for place in places if place)
    return min(starts, default=len(sentence))


def has_name(sentence: str, actor: Found[str], language: str) -> bool:
    """Whether an actor inside a sentence is a name: by its own capital, or by that of the word before it."""
    if contract_words(language).titled or not actor.start:
        return False  # each noun has a capital in German
    before = CAPITALISED.search(sentence, max(0, actor.start - LONGEST_WORD), actor.start)
    return actor.words[0].isupper() or bool(before and is_name(before))


def is_name(found: re.Match[str]) -> bool:
    """Whether a word has a capital and does not begin the sentence."""
    return found[0][0].isupper() and found.start() > 0


@cache
def known_words(language: str) -> Words:
    """The words of a language, from its list."""
    told = wordlists.listed("actors")[language]
    pattern = rf",? (?:\w+ly )?{told['modals']}(?! (?:not )?be\b(?! (?:{told['states']})\b))"
    return Words(
        PhraseIndex.of(dict.fromkeys(told["actors"], ""), ignore_case=True),
        PhraseIndex.of({name: "" for row in wordlists.listed("parties")[language] for name in row}, ignore_case=True),
        compiled(pattern, re.IGNORECASE),
        wordlists.pattern("actors", language, "owned"),
    )
