"""A duty is put on somebody who did not sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.phrases import Found, PhraseIndex
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

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

CAPITALISED = re.compile(r"[^\W\d_]\S* \Z")


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
    for line, sentence in paper.sentences:
        for actor in known.actors.find(sentence):
            duty = known.duty.match(sentence, actor.end)
            if duty and not has_owner(sentence[: actor.start], actor, paper):
                yield line.clause, actor.words, sentence[actor.start : duty.end()]


def has_owner(before: str, actor: Found[str], paper: Paper) -> bool:
    """Whether what stands before an actor says whose it is: a party, a possessive, a name, or its own capital."""
    known = known_words(paper.language)
    if known.owned.search(before) or next(known.parties.find(before), None):
        return True
    nouns_have_capitals = bool(contract_words(paper.language).titled)
    name = CAPITALISED.search(before)
    return not nouns_have_capitals and bool(before) and (actor.words[0].isupper() or bool(name and is_name(name)))


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
        re.compile(pattern, re.IGNORECASE),
        wordlists.pattern("actors", language, "owned"),
    )
