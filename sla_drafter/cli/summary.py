"""A draft in a few lines: what kind of agreement, how long, how many clauses, how many findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import counts, of, tabbed
from sla_drafter.cli.visible import WIDTH, visible
from sla_drafter.findings import Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.builder import Draft
    from sla_drafter.builder.sketch import Sketch
    from sla_drafter.document.house import House

_COMPLETENESS = "CMP-"
_IN_ALL = {1: "it", 2: "both", 3: "all three", 4: "all four", 5: "all five"}


def header(name: str, sketch: Sketch) -> str:
    """The file, and what it is: kind, law and position."""
    from sla_drafter.language.words import words

    law = words("en").noun("law", sketch.law) if sketch.law else ""
    kinds = " and ".join(sketch.kinds)
    return tabbed(click.style(visible(name), bold=True), ", ".join(filter(None, (kinds, law, sketch.position))))


def findings_report(name: str, sketch: Sketch, shown: Iterable[Finding]) -> str:
    """The header, then the findings, with an empty line after each."""
    return "\n\n".join((header(name, sketch), *findings_texts(shown))) + "\n"


def nothing_blocks(name: str, findings: Iterable[Finding]) -> str:
    """The line of a draft without a blocking finding."""
    return f"{visible(name)}: no finding that blocks ({counts(findings)})"


def shown_elsewhere(findings: Iterable[Finding]) -> str:
    """Where to see what only informs: a draft's report leaves it out."""
    informing = sum(finding.severity is Severity.INFO for finding in findings)
    return f" (sla-drafter lint shows {'it' if informing == 1 else 'them'})" if informing else ""


def size(sketch: Sketch) -> str:
    """Pages and the longest sentence: "Body 5 pages of 5, schedules 2; longest sentence 38 words"."""
    sentence = f"longest sentence {of(sketch.longest_sentence, 'word')}"
    if sketch.pages is None:
        return f"The paper cannot be laid out, so its pages are not counted; {sentence}"
    return f"Body {of(sketch.pages, 'page')} of {sketch.pages_budget}, schedules {sketch.schedules}; {sentence}"


def reading_ease(sketch: Sketch) -> Iterator[str]:
    """How easy the body reads, and how that was counted: "Reading ease 48.2 (Flesch, profile house)"."""
    if sketch.reading_ease:
        yield f"Reading ease {sketch.reading_ease}"


def completeness(findings: Iterable[Finding]) -> str:
    """Whether every clause has the facts that its kind of agreement needs."""
    missing = sum(found.rule.startswith(_COMPLETENESS) and found.severity is Severity.ERROR for found in findings)
    if not missing:
        return "all clauses complete"
    return f"{of(missing, 'fact')} missing"


def clauses_used(draft: Draft) -> str:
    """How many clauses come from the library, and of how many the words are others than the library's."""
    changed = sum(chosen.is_changed for chosen in draft.clauses)
    return f"{of(len(draft.clauses), 'clause')} from the library, {changed or 'none'} changed"


def read_back(count: int) -> str:
    """What reading the files again has proven; writing refuses a file of which it is not true."""
    where = _IN_ALL.get(count, f"all {count}")
    return f"Read back: every value and every number found in {where}; the words are the same."


def calendar(draft: Draft) -> str:
    """How many days the calendar holds; writing refuses one that does not come back the same."""
    return f"Calendar: {of(len(draft.calendar.events), 'day')}, each read back."


def about_house(house: House) -> Iterator[str]:
    """What a house took from the plain one, and what else its reader has to say."""
    if house.remarks:
        yield f"\n  The house {house.name}:"
    for remark in house.remarks:
        yield from textwrap.wrap(remark.message, WIDTH, initial_indent="  - ", subsequent_indent="    ")
