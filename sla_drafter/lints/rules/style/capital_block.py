"""A passage stands in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.language.patterns import compiled
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STY-05",
    name="capital_block",
    severity=Severity.WARNING,
    checks="No more than eight words in a row stand in capitals.",
    why="Words in capitals have no shape: they are read more slowly, and skipped, where they should be seen first.",
    bad="IN NO EVENT SHALL EITHER PARTY BE LIABLE FOR INDIRECT DAMAGES OF ANY KIND.",
    good="Neither party is liable for **indirect damage**.",
    source=(
        "Martínez, Mollica and Gibson 2022, Cognition 224:105070, on capitals in contracts; In re Bassett, 285 F.3d "
        "882 (9th Cir. 2002): capitals alone make no text conspicuous. Names of letters (SLA, API) are no passage."
    ),
    reads=Reads.PAPER,
    sure=Confidence.HIGH,
)

MOST = 8
LONG, FEWEST_LONG = 5, 3
"""A passage has at least so many words of so many letters; a row of short names has not."""
CAPITALS = compiled(rf"[A-ZÀ-ÖØ-Þ]{{{LONG}}}")
LONGEST_TITLE = 15
END = (".", ";", ":", "!", "?")


def find(paper: Paper) -> Iterator[Finding]:
    for line in paper.prose:
        words = line.words.split() if CAPITALS.search(line.words) else []
        for run in runs_in(words):
            if not is_title(run, words):
                yield RULE.finding(
                    f"{len(run)} words in a row stand in capitals.",
                    clause=line.clause,
                    quote=" ".join(run),
                    mend="write it in small letters, and the one word that counts in bold",
                )


def runs_in(words: list[str]) -> Iterator[list[str]]:
    """Each run of words in capitals that is too long; a number or a sign between them ends none."""
    run: list[str] = []
    for word in [*words, "end"]:
        if word.isupper() or (run and not any(map(str.isalpha, word))):
            run.append(word)
            continue
        said = [one for one in run if one.isupper()]
        if len(said) > MOST and sum(len(one) >= LONG for one in said) >= FEWEST_LONG:
            yield run
        run = []


def is_title(run: list[str], words: list[str]) -> bool:
    """Whether a paragraph is a heading that is not marked as one: short, all of it in capitals and without an end."""
    return len(run) == len(words) <= LONGEST_TITLE and not words[-1].endswith(END)
