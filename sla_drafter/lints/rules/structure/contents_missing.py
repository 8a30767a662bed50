"""A long paper has no list of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sla_drafter.document.nodes import StoryKind
from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.contracts import LANGUAGES
from sla_drafter.language.patterns import compiled
from sla_drafter.language.sentences import words_in
from sla_drafter.lints import wordlists
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-02",
    name="contents_missing",
    severity=Severity.WARNING,
    checks="A paper of more than 3,000 words has a list of its contents.",
    why="Whoever looks for one promise in a long paper reads the headings, and a list of them is one page.",
    bad="14 pages with 62 headings and no list of them",
    good="Contents: 1 Services 2; 2 Service levels 3; …",
    source=(
        "Connecticut General Statutes 38a-297(7) and Florida Statutes 627.4145(1)(f) ask it of an insurance policy of "
        "more than 3,000 words. Headings of such a list: own list (data/contents.yaml)."
    ),
    reads=Reads.FOREIGN,
    languages=LANGUAGES,
    sure=Confidence.HIGH,
)

STORIES = (StoryKind.BODY, StoryKind.SCHEDULES)
MOST_WORDS, FEWEST_LINES = 3_000, 4
LEADS_TO_A_PAGE = compiled(r"(?:\.\s?|…\s?|_){4,}+\s*\d{1,3}\Z")


def find(paper: Paper) -> Iterator[Finding]:
    lines = [line for line in paper.lines if line.story in STORIES]
    heads = heads_contents(paper.language)
    if any(heads.fullmatch(line.words) for line in paper.lines_holding(heads) if line.story in STORIES):
        return
    words = sum(words_in(line.words) for line in lines)
    if words <= MOST_WORDS:
        return
    if sum(bool(LEADS_TO_A_PAGE.search(line.words[-80:])) for line in lines) < FEWEST_LINES:
        message = f"The paper has {words:,} words and no list of contents."
        yield RULE.finding(message, mend="a list of the headings with their numbers at the beginning")


@cache
def heads_contents(language: str) -> re.Pattern[str]:
    """The heading of a list of contents, in a language."""
    return compiled(rf"\W{{0,3}}(?:{wordlists.listed('contents')[language]})\W{{0,3}}", re.IGNORECASE)
