"""The shapes in which `lint` reports: for a person, for programs, for code hosts and build servers, for a meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import summary
from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import counts
from sla_drafter.cli.output import put
from sla_drafter.cli.refusal import refusal_text
from sla_drafter.cli.visible import visible
from sla_drafter.findings import FileFindings, RuleNote
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from sla_drafter.builder.linted import Linted
    from sla_drafter.builder.sketch import Sketch


@frozen
class Wanted:
    """What was found, and whether the reasons of waivers may be told."""

    files: Sequence[Linted]
    reasons: bool

    @property
    def reports(self) -> Sequence[FileFindings]:
        """What was found in each file."""
        return [one.report for one in self.files]


def report(files: Sequence[Linted], shape: str, output: Path | None, *, reasons: bool) -> None:
    """Print a report, or write it to a file."""
    said = SHAPES[shape](Wanted(files, reasons))
    if output is None:
        click.echo(said.rstrip("\n"))
        return
    put(output, click.unstyle(said).rstrip("\n") + "\n")
    click.echo(f"{output} is written: {counts(one for file in files for one in file.report.findings)}.")


def _text(wanted: Wanted) -> str:
    return "\n\n".join((*map(_of_file, wanted.files), *_unread(wanted.files)))


def _unread(files: Sequence[Linted]) -> Iterator[str]:
    """Of several files, how many could not be read: one of them is easily overlooked far above."""
    unread = [one for one in files if one.refused]
    if unread and len(files) > 1:
        names = ", ".join(visible(str(one.report.path)) for one in unread)
        yield f"{len(unread)} of {len(files)} files could not be read: {names}"


def _of_file(linted: Linted) -> str:
    if linted.refused:
        return refusal_text(linted.refused)
    name, findings = str(linted.report.path), linted.report.findings
    sketch = linted.sketch
    if sketch is None:
        return _of_paper(linted, name)
    pages = "\n".join(f"  {said}." for said in (summary.size(sketch), *summary.reading_ease(sketch)))
    if not findings:
        return f"{summary.nothing_blocks(name, findings)}\n{pages}"
    last = f"  {counts(findings)}" if linted.failing else summary.nothing_blocks(name, findings)
    return "\n".join((summary.findings_report(name, sketch, findings), pages, last, *_not_judged(sketch)))


def _of_paper(linted: Linted, name: str) -> str:
    """What is found in a paper that somebody else wrote: of the deal nothing is known."""
    findings = linted.report.findings
    if not findings:
        return summary.nothing_blocks(name, findings)
    last = f"  {counts(findings)}" if linted.failing else summary.nothing_blocks(name, findings)
    title = click.style(visible(name), bold=True)
    return "\n".join(("\n\n".join((title, *findings_texts(findings))) + "\n", last))


def _not_judged(sketch: Sketch) -> Iterator[str]:
    """The rules that could not be asked, since they need the pages of a paper that cannot be laid out."""
    if sketch.not_judged:
        yield f"  Not judged, since the paper cannot be laid out: {', '.join(sketch.not_judged)}."


def _json(wanted: Wanted) -> str:
    from sla_drafter.writers.findings.json import write

    return write(wanted.reports).decode()


def _sarif(wanted: Wanted) -> str:
    from importlib.metadata import version

    from sla_drafter.writers.findings.sarif import write

    return write(wanted.reports, _notes(), version("sla-drafter"), reasons=wanted.reasons).decode()


def _notes() -> list[RuleNote]:
    """Every rule, and every code that is said of files: a report may hold each of them."""
    from sla_drafter.lints.explain import notice_page, page
    from sla_drafter.lints.notices import notices
    from sla_drafter.lints.register import rule_files

    rules = [file.RULE for file in rule_files()]
    return [
        *(RuleNote(rule.code, rule.name, rule.severity, rule.checks, page(rule)) for rule in rules),
        *(RuleNote(one.code, one.name, one.worst, one.checks, notice_page(one)) for one in notices().values()),
    ]


def _github(wanted: Wanted) -> str:
    from sla_drafter.writers.findings.github import write

    return write(wanted.reports).decode()


def _junit(wanted: Wanted) -> str:
    from sla_drafter.writers.findings.junit import write

    blocking = {id(finding) for one in wanted.files for finding in one.failing}
    return write(wanted.reports, lambda finding: id(finding) in blocking).decode()


def _html(wanted: Wanted) -> str:
    from sla_drafter.lints.report import findings_document
    from sla_drafter.readers.house import load_house
    from sla_drafter.writers.html import write

    return write(findings_document(wanted.reports), load_house(), None).decode()


SHAPES: Mapping[str, Callable[[Wanted], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "junit": _junit,
    "html": _html,
}
"""How a report is written, by the name of its shape."""
