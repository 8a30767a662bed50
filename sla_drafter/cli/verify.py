"""`verify`: is this file what was drafted?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock
from sla_drafter.cli.example import example
from sla_drafter.cli.findings_alike import findings_texts
from sla_drafter.cli.findings_text import counts, of
from sla_drafter.cli.status import CLEAN, FOUND, Refused, fail_on_option, failing
from sla_drafter.cli.verify_signed import ENDING as SHEETS
from sla_drafter.cli.verify_signed import refuse_paper, verify_signed
from sla_drafter.cli.visible import visible
from sla_drafter.errors import Unreadable
from sla_drafter.findings import FileFindings, Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.builder.verified import VerifiedFile

_CLEAN = "No file is other than drafted"
_WORDS = "Words, numbers, references and feet are as drafted; looks are proven only where a file is byte for byte so"
_ALIKE = "The files have the same words; they carry no facts, so nothing says that these were drafted"
_MEASURE = "carries no facts, so the other files are held against it"
_SAME = {
    True: "byte for byte as drafted",
    False: "words, numbers, references and feet as drafted, looks not proven (not the same bytes)",
    None: "words, numbers and references as drafted, looks not proven (bytes could not be compared)",
}


@click.command(
    short_help="Say whether files are what was drafted.",
    epilog=example(
        "sla-drafter verify out/agreement.docx --against agreement.yaml",
        "sla-drafter verify agreement.pdf --against signed/agreement.sign-off.json",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--against",
    metavar="AGREEMENT|SHEET",
    type=click.Path(path_type=Path),
    help="The agreement, or the .json of a sign-off; without it, the facts in each file, or the first file.",
)
@click.option("--language", help="The language in which the files were drafted, if they do not say it.")
@click.option("--house", metavar="NAME|PATH", help="The house style, where the files do not name it.")
@click.option(
    "--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="Of the report."
)
@fail_on_option
@click.pass_context
def verify(
    ctx: click.Context,
    files: tuple[Path, ...],
    against: Path | None,
    language: str | None,
    house: str | None,
    shape: str,
    fail_on: str,
) -> None:
    """Read Word, PDF, HTML, Markdown and JSON files back, and say in which they are not what was drafted.

    Compared are the words of every clause, every value, the numbers and cross-references, the fingerprint, the facts
    that a file carries, and what stands beside the words: tracked changes, hidden words, remarks, programs. Against a
    sign-off sheet the bytes count: a file is one that was signed off, or it is not.
    """
    from sla_drafter.builder.verified import Asked, verify

    if against:
        refuse_paper(against, files)
    try:
        if against and against.suffix.lower() == SHEETS:
            ctx.exit(verify_signed(tuple(dict.fromkeys(files)), against, shape))
        found = verify(tuple(dict.fromkeys(files)), Asked(against, house, language, clock.today()))
    except Unreadable as refused:
        if refused.findings:
            raise
        raise Refused(refused.headline) from refused
    click.echo(_json(found) if shape == "json" else "\n".join(_text(found)))
    ctx.exit(FOUND if failing(_all(found), fail_on) else CLEAN)


def _all(found: Sequence[VerifiedFile]) -> tuple[Finding, ...]:
    return tuple(finding for file in found for finding in file.findings)


def _text(found: Sequence[VerifiedFile]) -> Iterator[str]:
    """The files below what they were held against, each with its deviations, and how many deviate."""
    longest = max(len(str(file.path)) for file in found)
    is_measured = any(file.is_measure for file in found)
    for against, files in groupby(found, key=lambda file: file.against):
        if against:
            yield f"Held against {visible(against)}:"
        for file in files:
            same = "the same words" if is_measured else _SAME[file.same_bytes]
            yield from _one(file, _MEASURE if file.is_measure else same, longest)
        yield ""
    deviating = sum(bool(_errors(file)) for file in found)
    clean = _ALIKE if is_measured else _CLEAN if all(file.same_bytes for file in found) else _WORDS
    right = "alike" if is_measured else "as drafted"
    judged = f"{deviating} of {of(len(found), 'file')} not {right}" if deviating else clean
    yield f"{judged} ({counts(_all(found))})."


def _one(file: VerifiedFile, same: str, longest: int) -> Iterator[str]:
    errors = _errors(file)
    said = of(errors, "deviation") if errors else same
    values = f", {of(file.values, 'value')}" if file.values else ""
    name = visible(str(file.path)).ljust(longest)
    yield f"  {name}  {said}: {of(file.clauses, 'passage')}{values}, fingerprint {file.fingerprint or 'none'}"
    if file.findings:
        yield from ("", "\n\n".join(findings_texts(file.findings)), "")


def _errors(file: VerifiedFile) -> int:
    return sum(one.severity is Severity.ERROR for one in file.findings)


def _json(found: Sequence[VerifiedFile]) -> str:
    """The report of findings, with what was found of each file beside its findings."""
    from sla_drafter.writers.findings.json import write

    facts = [
        {
            "against": file.against,
            "as_drafted": None if file.is_measure else not _errors(file),
            "same_bytes": file.same_bytes,
            "fingerprint": file.fingerprint,
            "passages": file.clauses,
            "values": file.values,
        }
        for file in found
    ]
    return write([FileFindings(file.path, file.findings) for file in found], facts).decode().rstrip()
