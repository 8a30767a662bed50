"""`lint`: says what is wrong with an agreement, and writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve, frozen

from sla_drafter.cli import clock, summary
from sla_drafter.cli.example import example
from sla_drafter.cli.findings_text import counts
from sla_drafter.cli.refusal import refusal_text
from sla_drafter.cli.status import CLEAN, FOUND, WRONG, Refused, fail_on_option, failing
from sla_drafter.errors import FindingsError, NotWritten
from sla_drafter.findings import Finding, Place

if TYPE_CHECKING:
    from sla_drafter.builder import Draft

ENDINGS = (".yaml", ".yml")
_AGREEMENT = re.compile(rb"^sla_drafter:.*^(?:kind|parties|services|metrics|extends):", re.MULTILINE | re.DOTALL)


@frozen
class Linted:
    """One agreement file: its draft with the findings, or the refusal of a file that cannot be read."""

    file: Path
    draft: Draft | None
    refused: FindingsError | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file or its draft."""
        if self.refused:
            return self.refused.findings
        return self.draft.findings if self.draft else ()

    def status(self, fail_on: str) -> int:
        """The exit status of this file alone."""
        if self.refused:
            return WRONG
        return FOUND if failing(self.findings, fail_on) else CLEAN


@click.command(
    short_help="Say what is wrong with an agreement, and how to mend it.",
    epilog=example("sla-drafter lint agreement.yaml", "sla-drafter lint agreements/ --format json --fail-on warning"),
)
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="Of the report."
)
@fail_on_option
@click.pass_context
def lint(ctx: click.Context, files: tuple[Path, ...], shape: str, fail_on: str) -> None:
    """Say what is wrong with agreement files: what, where, why, and what would be right.

    In a folder, every agreement file in it and below is linted. Nothing is written.
    """
    linted = [_linted(file) for file in _agreements(files)]
    click.echo(_json(linted) if shape == "json" else "\n\n".join(_text(one, fail_on) for one in linted))
    ctx.exit(max(one.status(fail_on) for one in linted))


def _agreements(files: Sequence[Path]) -> list[Path]:
    """The agreement files that are named, or that stand in a folder that is named, each once."""
    return list(dict.fromkeys(found for file in files for found in _found(file)))


def _found(file: Path) -> Iterator[Path]:
    if not file.is_dir():
        if not file.suffix and not file.exists():
            raise Refused(f"There is no file or folder {file}.")
        if file.suffix.lower() not in ENDINGS:
            raise Refused(
                f"{file} cannot be linted: an agreement file ends in {' or '.join(ENDINGS)}. "
                "The facts of a file drafted here come back with sla-drafter extract."
            )
        yield file
        return
    inside = sorted(path for path in file.rglob("*") if path.suffix.lower() in ENDINGS and _is_agreement(path, file))
    if not inside:
        raise Refused(
            f"There is no agreement file in {file}. An agreement file ends in {' or '.join(ENDINGS)} and begins with "
            "the line  sla_drafter: 1"
        )
    yield from inside


def _is_agreement(path: Path, folder: Path) -> bool:
    """Whether a file looks like an agreement; what stands in hidden folders belongs to somebody else."""
    if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
        return False
    try:
        return bool(_AGREEMENT.search(path.read_bytes()))
    except OSError as fault:
        raise Refused(f"{path} cannot be read: {fault.strerror}.") from fault


def _linted(file: Path) -> Linted:
    from sla_drafter.builder import Builder

    try:
        return Linted(file, Builder.from_file(file).draft(on=clock.today()))
    except FindingsError as refused:
        return Linted(file, None, refused)


def _text(linted: Linted, fail_on: str) -> str:
    if linted.refused:
        return refusal_text(linted.refused)
    assert linted.draft is not None  # noqa: S101  # a file is refused or has a draft
    name, findings = str(linted.file), linted.findings
    if not findings:
        return summary.nothing_blocks(name, findings)
    last = f"  {counts(findings)}" if failing(findings, fail_on) else summary.nothing_blocks(name, findings)
    return "\n".join((summary.findings_report(name, linted.draft, findings), last, *_not_judged(linted.draft)))


def _not_judged(draft: Draft) -> Iterator[str]:
    """The rules that could not be asked, since they need the pages of a paper that cannot be laid out."""
    from sla_drafter.lints.engine import not_run

    try:
        layout = draft.pages
    except NotWritten:
        layout = None
    if left_out := not_run(draft, layout=layout):
        rules = ", ".join(f"{rule.code} {rule.name}" for rule in left_out)
        yield f"  Not judged, since the paper cannot be laid out: {rules}."


def _json(linted: Sequence[Linted]) -> str:
    from sla_drafter.writers.findings.json import write

    return write(_in_file(finding, one.file) for one in linted for finding in one.findings).decode().rstrip("\n")


def _in_file(finding: Finding, file: Path) -> Finding:
    """The finding with its file at least, so that a program knows whose it is."""
    return finding if finding.places else evolve(finding, places=(Place(file, 1, 1, ""),))
