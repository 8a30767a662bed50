"""`clauses check`: says what is wrong with clauses, for those who write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.findings_text import counts, finding_text, of
from sla_drafter.cli.lint_report import report
from sla_drafter.cli.status import CLEAN, FOUND, Refused, fail_on_option, failing
from sla_drafter.cli.visible import wrapped
from sla_drafter.errors import ClauseFault
from sla_drafter.findings import FileFindings, Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.readers.clauses.shelf import OpenedClauses

_SHAPES = ("text", "json", "sarif", "github", "junit", "html")
_ACCEPTING = "LIB-13"
_BLOCKS_ACCEPTING = ("LIB-01", "LIB-02", "LIB-12")


@click.command(
    short_help="Say what is wrong with clauses: texts, versions, examples.",
    epilog=example("sla-drafter clauses check", "sla-drafter clauses check my_pack --accept"),
)
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--accept", "accepts", is_flag=True, help="Write the fingerprints of the words as those of their version."
)
@click.option("--format", "shape", type=click.Choice(_SHAPES), default="text", show_default=True, help="Of the report.")
@fail_on_option
@click.pass_context
def check(ctx: click.Context, folder: Path | None, accepts: bool, shape: str, fail_on: str) -> None:
    """Say what is wrong with the clauses of the house, or with those of a FOLDER (a pack, or sections of clauses)."""
    found, opened = _found(folder)
    if accepts and opened:
        _refuse_changed(found)
        written = list(_accepted(opened))
        found = tuple(one for one in found if one.rule != _ACCEPTING)
        click.echo(f"{of(len(written), 'clause')} accepted{': ' if written else ''}{', '.join(written)}.", err=True)
    if shape == "text":
        click.echo(_text(found, len(opened.own) if opened else 0))
    else:
        from sla_drafter.builder.linted import Linted

        by_file = groupby(sorted(found, key=_file), key=_file)
        files = [
            Linted(FileFindings(Path(name), tuple(several)), fail_on=Severity(fail_on)) for name, several in by_file
        ]
        report(files, shape, None, reasons=False)
    ctx.exit(FOUND if failing(found, fail_on) else CLEAN)


def _found(folder: Path | None) -> tuple[tuple[Finding, ...], OpenedClauses | None]:
    """What is wrong; files that cannot be read keep the rest from being judged."""
    from sla_drafter.lints.library import check as checked
    from sla_drafter.lints.shelf import Shelf
    from sla_drafter.readers.clauses.shelf import clauses_to_judge

    try:
        opened = clauses_to_judge(folder)
    except ClauseFault as fault:
        return tuple(fault.findings), None
    return checked(Shelf(opened.library, opened.own, opened.examples)), opened


def _refuse_changed(found: Sequence[Finding]) -> None:
    blocking = [one for one in found if one.rule in _BLOCKS_ACCEPTING]
    if blocking:
        raise ClauseFault("Nothing was accepted", blocking)


def _accepted(opened: OpenedClauses) -> Iterator[str]:
    """Write the fingerprints of each clause; those whose file changed."""
    from sla_drafter.lints.versions import prints_of
    from sla_drafter.readers.clauses.accepting import accept

    for one in opened.own:
        clause = opened.library.clauses[one]
        file = Path(str(opened.folder)) / clause.section / clause.id / "clause.yaml"
        try:
            if accept(file, prints_of(clause)):
                yield one
        except OSError as fault:
            raise Refused(f"{file} cannot be written: {fault.strerror}.") from fault


def _file(finding: Finding) -> str:
    return str(finding.places[0].file) if finding.places else finding.clause or "clauses"


def _text(found: Sequence[Finding], clauses: int) -> str:
    """Every finding; those that only inform on a line for each rule."""
    shown = [finding_text(one) for one in found if one.severity is not Severity.INFO]
    informing = [(one.rule, one.name, one.clause) for one in found if one.severity is Severity.INFO]
    lines = [
        f"  {rule}  {name}: {', '.join(dict.fromkeys(one[2] for one in several))}"
        for (rule, name), several in groupby(sorted(informing), key=lambda one: one[:2])
    ]
    lines = [line for each in lines for line in wrapped(each)]
    judged = f"{of(clauses, 'clause')} checked ({counts(found)})"
    return "\n\n".join(filter(None, (*shown, "\n".join(lines), judged)))
