"""The numbers of a paper leave one out, or have one twice."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Paper, Part
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="REF-05",
    name="number_skipped",
    severity=Severity.WARNING,
    checks=(
        "The numbers of headings, clauses and items follow one another: none is left out, and none stands twice "
        "in a row."
    ),
    why="A number that is missing is that of a clause which somebody took out, and references to it are still there.",
    bad="6.3 The Provider answers.\n6.5 The Customer pays.",
    good="6.3 The Provider answers.\n6.4 The Customer pays.",
    source="Own rule. A list that begins anew, numbers that a schedule repeats, and where an excerpt begins pass.",
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

PARTS = compiled(r"(?P<parent>(?:\d+\.)+)(?P<last>\d+)|(?P<item>\d[\d.]*(?:\([a-z]\))*)\((?P<letter>[a-hj-uwyz])\)")

TOP = compiled(r"(?:(?P<name>[^\W\d_]+\.?) )?(?P<last>\d{1,2})")
MOST_MISSING = 2
"""How many headings may be missing: a larger step is no number of a clause (24 hours of support)."""


def find(paper: Paper) -> Iterator[Finding]:
    seen = typed_first(paper)
    last = ""
    for clause, mark in paper.marks.items():
        number = mark.number.strip("§ ")
        before = one_before(number)
        if before and before not in seen and last:
            message = f"{number} follows, and there is no {before}."
            yield RULE.finding(message, clause=clause, mend=f"number it {before}, or bring back what is missing")
        elif number == last and is_counted(number):
            yield RULE.finding(f"{number} stands twice in a row.", clause=clause, mend="number the second one anew")
        seen |= {number, number.rpartition(" ")[2]}
        last = number or last
    yield from headings(paper, seen)


def headings(paper: Paper, seen: set[str]) -> Iterator[Finding]:
    """The headings whose number does not follow that of the heading before, where no paragraph has what is missing."""
    last = 0
    for clause, number in top_numbers(paper):
        if 1 < number - last <= 1 + MOST_MISSING and last and str(number - 1) not in seen:
            message = f"The heading {number} follows {last}, and there is no {number - 1}."
            yield RULE.finding(message, clause=clause, mend=f"number it {last + 1}, or bring back what is missing")
        last = number


def top_numbers(paper: Paper) -> Iterator[tuple[str, int]]:
    """The numbers of headings without a point: 3, § 3, Article 3; 0 for an attachment, where they begin anew."""
    clauses = frozenset(map(str.casefold, contract_words(paper.language).clauses))
    titles = dict.fromkeys(line.clause for line in paper.lines if line.part is Part.TITLE)
    for clause in titles:
        number = paper.marks[clause].number.strip("§ ") if clause in paper.marks else ""
        if found := TOP.fullmatch(number):
            yield clause, int(found["last"]) if not found["name"] or found["name"].casefold() in clauses else 0
        elif number and not number[0].isdigit():
            yield clause, 0


def typed_first(paper: Paper) -> set[str]:
    """What looks like a number at the beginning of a paragraph that has none: 1.1 before a small letter or a figure."""
    bare = (line.words for line in paper.lines if line.words[:1].isdigit() and not has_number(paper, line.clause))
    return {words.split(maxsplit=1)[0].rstrip(".)") for words in bare}


def has_number(paper: Paper, clause: str) -> bool:
    """Whether a paragraph has a number that was read as one."""
    return clause in paper.marks and bool(paper.marks[clause].number)


def is_counted(number: str) -> bool:
    """Whether a number is that of a clause, or of an item that is not the first of a list, which may begin anew."""
    found = PARTS.fullmatch(number)
    return found is not None and found["letter"] != "a"


def one_before(number: str) -> str:
    """The number before one of two levels or more: 6.4 before 6.5, 6.4(a) before 6.4(b); empty for a first one."""
    found = PARTS.fullmatch(number)
    if not found:
        return ""
    if found["letter"]:
        earlier = chr(ord(found["letter"]) - 1)
        return "" if found["letter"] == "a" or earlier in "iv" else f"{found['item']}({earlier})"
    return f"{found['parent']}{int(found['last']) - 1}" if int(found["last"]) > 1 else ""
