"""A party is spoken to in one place and spoken of in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.phrases import PhraseIndex
from sla_drafter.lints import spelled, wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="STY-11",
    name="addressed_in_two_ways",
    severity=Severity.INFO,
    checks="A paper says “you” or “the Customer”, “we” or “the Provider”, and keeps to it.",
    why="Where both stand, somebody will say that “you” is the user and not the Customer.",
    bad=(
        "You report each outage. You pay the fee. You may claim a credit.\n"
        "The Customer names a contact. The Customer answers. The Customer may end the service."
    ),
    good="The Customer reports each outage. The Customer pays the fee. The Customer may claim a credit.",
    source=(
        "Own rule and lists (data/addresses.yaml, data/parties.yaml); each way three times or more. A paper that "
        "defines “you” or “we” passes."
    ),
    reads=Reads.PAPER,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

FEWEST = 3
INSIDE = compiled(r"[^\W\d_][,’']? \Z")
"""What stands before a word inside a sentence."""
QUOTED = compiled(r"[“„\"«‘]\s?(?P<word>[^\W\d_]+)[.,]?\s?[”“\"»’]")
Place = tuple[str, str]


def find(paper: Paper) -> Iterator[Finding]:
    for named, spoken in ways(paper).values():
        if min(len(named), len(spoken)) < FEWEST or is_defined(spoken, paper):
            continue
        rare, usual = sorted((named, spoken), key=len)
        (clause, words), (_, usual_words) = rare[0], usual[0]
        yield RULE.finding(
            f"“{words}” stands {spelled.counted(len(rare), 'time')}, “{usual_words}” and the like "
            f"{spelled.counted(len(usual), 'time')}, for the same party.",
            clause=clause,
            quote=words,
            mend=f"write “{usual_words}” throughout, or define “{spoken[0][1]}”",
        )


def ways(paper: Paper) -> Mapping[str, tuple[list[Place], list[Place]]]:
    """For each side where it is named, and where it is spoken to or speaks, each with the clause and the words."""
    found: dict[str, tuple[list[Place], list[Place]]] = {"customer": ([], []), "provider": ([], [])}
    index, inside = words_for(paper.language), wordlists.listed("addresses")[paper.language]["inside"]
    for line, use in paper.found(index):
        side, way = use.payload
        if use.words not in inside or INSIDE.search(line.words, max(0, use.start - 4), use.start):
            found[side][way].append((line.clause, use.words))
    return found


def is_defined(spoken: list[Place], paper: Paper) -> bool:
    """Whether the paper defines one of the words by which it speaks, or has it in quotation marks: (“you”)."""
    said = {words.casefold() for _, words in spoken}
    if not said.isdisjoint(term.casefold() for term in typed(paper).definitions):
        return True
    return any(found["word"].casefold() in said for line in paper.lines for found in QUOTED.finditer(line.words))


@cache
def words_for(language: str) -> PhraseIndex[tuple[str, int]]:
    """The words for each side: 0 where it is named, 1 where it is spoken to or speaks."""
    told, rows = wordlists.listed("addresses")[language], wordlists.listed("parties")[language]
    phrases = {name: (side, 0) for side, row in zip(("customer", "provider"), rows, strict=True) for name in row}
    phrases |= {word: (side, 1) for side in ("customer", "provider") for word in told[side]}
    return PhraseIndex.of(phrases)
