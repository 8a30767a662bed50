"""Nothing stands below a heading."""

from __future__ import annotations

from collections.abc import Iterator

from sla_drafter.document.walk import words_of
from sla_drafter.findings import Confidence, Finding, Severity
from sla_drafter.lints.paper import Paper
from sla_drafter.lints.rule import Reads, Rule

RULE = Rule(
    code="STR-04",
    name="heading_without_text",
    severity=Severity.WARNING,
    checks="Each heading that has a number has something below it.",
    why="The text was moved or deleted, and nobody knows whether it was meant to go.",
    bad="# 7. Service credits\n# 8. Termination\nEach party may end the service.",
    good=(
        "# 7. Service credits\n"
        "The Customer receives the credits in Schedule 2.\n"
        "# 8. Termination\n"
        "Each party may end the service."
    ),
    source=(
        "Own rule; a sentence in the style of a heading passes, and one that says that it is left empty (“Reserved”)."
    ),
    reads=Reads.FOREIGN,
    sure=Confidence.HIGH,
)

LEFT_EMPTY = ("reserved", "intentionally", "not used", "deleted", "entfällt", "frei", "supprimé", "réservé", "suprimid")


def find(paper: Paper) -> Iterator[Finding]:
    for name, section in paper.index.sections.items():
        mark, title = paper.marks.get(name), words_of(section.title)
        if mark is None or not mark.label or section.blocks or is_text(title) or is_left_empty(title):
            continue
        yield RULE.finding(
            f"Nothing stands below “{mark.label} {title}”.",
            clause=name,
            quote=title,
            mend="bring the text back, or delete the heading",
        )


def is_text(title: str) -> bool:
    """Whether a heading is a sentence, or holds no word at all."""
    return title.rstrip('”"').endswith((".", ";", ",")) or not any(map(str.isalpha, title))


def is_left_empty(title: str) -> bool:
    """Whether a heading says that it is empty on purpose."""
    return any(word in title.lower() for word in LEFT_EMPTY)
