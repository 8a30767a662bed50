"""Findings as a person reads them: the line of the file with the fault marked, what is wrong, an example, the mend.

The text is the same in a terminal, a pipe and a golden file: it is laid out for 100 columns and does not ask how wide
the window is. Colours are added as marks that `click.echo` takes off again where nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from sla_drafter.cli.visible import WIDTH, visible, width, wrapped
from sla_drafter.findings import Confidence, Finding, Place, Severity

CLAUSE_COLUMN = 57
INDENT = "  "
LONGEST_LINE = 160
_BEFORE_MARK = 60
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def tabbed(left: str, right: str) -> str:
    """Two texts on one line: the right one at its column, or further left so that it still fits."""
    if not right:
        return left
    column = min(CLAUSE_COLUMN, WIDTH - width(right))
    return left + " " * max(column - width(click.unstyle(left)), 2) + right


def finding_text(finding: Finding) -> str:
    """One finding of a rule: severity, code and name with the clause, then what `mistake_text` says."""
    severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity], bold=True)
    head = tabbed(f"  {severity} {finding.rule}  {finding.name}", visible(finding.clause_words))
    return "\n".join((head, *_body(finding)))


def mistake_text(finding: Finding) -> str:
    """One mistake that keeps a file from being read: where it stands, the line itself, what would be right."""
    return "\n".join(_body(finding))


def counts(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity: "2 errors, 0 warnings, 1 info"; waived or known ones apart."""
    findings = tuple(findings)
    new = [found for found in findings if not found.is_known]
    numbers = [sum(found.severity is grade and not found.waived for found in new) for grade in Severity]
    waived, known = sum(bool(found.waived) for found in new), len(findings) - len(new)
    errors, warnings = (of(number, noun) for number, noun in zip(numbers, ("error", "warning"), strict=False))
    apart = (f", {waived} waived" if waived else "") + (f", {known} known in the baseline" if known else "")
    return f"{errors}, {warnings}, {numbers[-1]} info{apart}"


def of(number: int, noun: str) -> str:
    """A count with its noun: "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _body(finding: Finding) -> Iterator[str]:
    where = _where(finding) if finding.places else ""
    heading = "  ".join(filter(None, (visible(where), visible(finding.where_given))))
    if heading:
        yield f"  {heading}"
    shown = tuple(place for place in finding.places if place.text)
    if shown:
        yield from ("", *_excerpt(shown), "")
    yield from _said(finding)


def _where(finding: Finding) -> str:
    """The place; a finding about a whole file has no line, and often names the file itself."""
    place = finding.places[0]
    return "" if place.is_whole_file and str(place.file) in finding.message else str(place)


def _said(finding: Finding) -> Iterator[str]:
    yield from wrapped(finding.message, indent=INDENT)
    if finding.witness:
        yield from wrapped(f"Example: {finding.witness}", indent=INDENT)
    if finding.mend and finding.mend.words not in finding.message:
        yield from _mend(finding.mend.words)
    if finding.private:
        label = "Your figures" if finding.field.startswith("private.") else "Your reason"
        label = "Found" if finding.rule.startswith("FILE-") else label
        yield from wrapped(f"{label}: {finding.private}", indent=INDENT)
    if finding.waived:
        yield from wrapped(f"Waived: {finding.waived}", indent=INDENT)
    if finding.confidence is not Confidence.EXACT:
        yield f"{INDENT}How sure: {finding.confidence.value}."


def _mend(words: str) -> Iterator[str]:
    """The mend, to be pasted: words of several lines keep them."""
    title = click.style("Mend:", fg="green")
    lines = visible(words).strip("\n").split("\n")
    if len(lines) == 1:
        first, *more = wrapped(f"Mend: {lines[0]}", indent=INDENT)
        yield first.replace("Mend:", title, 1)
        yield from more
    else:
        yield f"  {title}"
        yield from (f"    {line}" for line in lines)


def _excerpt(places: tuple[Place, ...]) -> Iterator[str]:
    """The lines of the file, each with the marks below it; a line with two faults is shown once."""
    digits = max(2, *(len(str(place.line)) for place in places))
    before: Place | None = None
    for place in places:
        if before is not None and before.file != place.file:
            yield from ("", f"  {visible(str(place))}")
        text, start, length = _window(place)
        if before is None or (before.file, before.line) != (place.file, place.line) or len(place.text) > LONGEST_LINE:
            yield f"    {place.line:>{digits}} | {text}".rstrip()
        marks = click.style("^" * length, fg="red")
        yield f"    {'':>{digits}} | {' ' * start}{marks} {visible(place.note)}".rstrip()
        before = place


def _window(place: Place) -> tuple[str, int, int]:
    """The line as shown, the column of the mark (from 0) and its length; of a very long line the part around it."""
    text, at = place.text, max(place.column - 1, 0)
    left = max(0, at - _BEFORE_MARK) if len(text) > LONGEST_LINE else 0
    right = left + LONGEST_LINE if len(text) > LONGEST_LINE else len(text)
    before, marked = visible(text[left:at]), visible(text[at : min(at + place.length, right)])
    opening = "… " if left else ""
    closing = " …" if right < len(text) else ""
    return opening + visible(text[left:right]) + closing, width(opening + before), max(width(marked), 1)
