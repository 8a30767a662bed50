"""A reference has another heading than the clause that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.stems import stem
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule
from sla_drafter.lints.typed import typed

RULE = Rule(
    code="REF-03",
    name="heading_differs",
    severity=Severity.WARNING,
    checks="A heading in brackets after the number of a clause is the heading of that clause.",
    why="Either the number or the heading is left of another version, and nobody knows which.",
    bad="# 4. Support\nThe Provider answers, see Section 5 (Support).\n# 5. Fees\nThe Customer pays.",
    good="# 4. Support\nThe Provider answers, see Section 5 (Fees).\n# 5. Fees\nThe Customer pays.",
    source=(
        "Set algebra over the numbers and headings of the paper. Brackets that hold no heading of the paper are found "
        "to a low degree, where they are written as a title that shares no word with the heading."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.MEDIUM,
)

HEADING = compiled(r"\s?\((?P<heading>[^()]{3,80})\)")
TITLE = compiled(r"[^\W\d_a-zß-ÿ][^\W\d_]*[^\W\d_A-ZÀ-Þ][^\d.,;:()]*")
"""What a title looks like: it begins with a capital, holds small letters, and neither figures nor marks."""
CAPITALS = compiled(r"(?:(?:[A-Z][\w’'-]*|and|or|of|for|the|to|in|on|with|by|an?|&) ?)+")
"""An English one has a capital for each word but the small ones."""
MOST_WORDS = 6


def find(paper: Paper) -> Iterator[Finding]:
    headings = {number: heading.rstrip(". ") for number, heading in typed(paper).headings.items()}
    known = {heading.casefold(): number for number, heading in headings.items()}
    words = {line.clause: line.words for line in paper.prose}
    for reference in typed(paper).references:
        heading = headings.get(reference.number, "")
        named = named_after(words.get(reference.clause, ""), reference.words) if heading else ""
        if not named or not reference.words.replace(" ", "").endswith(reference.number):
            continue  # of several numbers, the last has the brackets
        other = known.get(named.casefold(), "")
        if other and named.casefold() == heading.casefold():
            continue
        is_alone = reference.number in used_once(paper) and named not in beginnings(paper)
        if other or (is_alone and is_another(named, heading, paper.language)):
            yield RULE.finding(
                f"{reference.number} is headed “{heading}”; “{named}” is {other or 'the heading of no clause'}.",
                clause=reference.clause,
                quote=reference.words,
                confidence=Confidence.EXACT if other else Confidence.LOW,
                mend="the number and the heading of the clause that is meant",
            )


def named_after(words: str, reference: str) -> str:
    """What stands in brackets right after a reference; empty where nothing does."""
    at = words.find(reference)
    found = HEADING.match(words, at + len(reference)) if at >= 0 else None
    return " ".join(found["heading"].split()).strip("“”„«».\"' ") if found else ""


@lru_cache(maxsize=1)
def beginnings(paper: Paper) -> frozenset[str]:
    """How the paragraphs begin, where a heading in the line may stand: each with its first words, one to six."""
    firsts = (line.words.split(maxsplit=MOST_WORDS)[:MOST_WORDS] for line in paper.lines)
    return frozenset(" ".join(words[:count]).rstrip(".,:;") for words in firsts for count in range(1, len(words) + 1))


@lru_cache(maxsize=1)
def used_once(paper: Paper) -> frozenset[str]:
    """The numbers that one part alone has: where a schedule counts anew, another part may be meant."""
    numbers = Counter(mark.number.rpartition(" ")[2].lstrip("§") for mark in paper.marks.values())
    return frozenset(number for number, count in numbers.items() if count == 1)


def is_another(named: str, heading: str, language: str) -> bool:
    """Whether words in brackets are written as a title, and neither a part of the heading nor more than it."""
    if not TITLE.fullmatch(named) or len(named.split()) > MOST_WORDS:
        return False
    if language == "en" and not CAPITALS.fullmatch(named):
        return False
    one, other = ({stem(word, language) for word in text.split()} for text in (named, heading))
    return not one <= other and not other <= one
