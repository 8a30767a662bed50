"""`sign-off`: the gate. Everything at its strictest, a waiver for each warning, one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock, summary
from sla_drafter.cli.draft import BROCHURE, BROCHURES, builder_of, formats_option
from sla_drafter.cli.example import example
from sla_drafter.cli.findings_text import of
from sla_drafter.cli.status import CLEAN, FOUND, Refused
from sla_drafter.cli.target import Target
from sla_drafter.cli.visible import visible
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Severity

if TYPE_CHECKING:
    from sla_drafter.builder.sign_off import Gate


@click.command(
    name="sign-off",
    short_help="The gate: everything at its strictest, on one sheet.",
    epilog=example(
        "sla-drafter sign-off agreement.yaml -o signed",
        "sla-drafter sign-off agreement.yaml out/agreement.docx -o signed",
        "sla-drafter verify agreement.pdf --against signed/agreement.sign-off.json",
    ),
)
@click.argument("agreement", type=click.Path(path_type=Path))
@click.argument("files", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=Target(), help="The folder to write to; without it, nothing is written.")
@formats_option
@click.option("--language", help="Another language than the agreement's own, as en.")
@click.option("--house", metavar="NAME|PATH", help="House style: a name, a folder or a Word file; without it, plain.")
@click.option("--with-dates", is_flag=True, help="Sign off the paper with its schedule of key dates.")
@click.option("--force", is_flag=True, help="Write over a file that somebody edited.")
@click.pass_context
def sign_off(
    ctx: click.Context,
    agreement: Path,
    files: tuple[Path, ...],
    folder: Path | None,
    formats: tuple[str, ...],
    language: str | None,
    house: str | None,
    with_dates: bool,
    force: bool,
) -> None:
    """Sign an agreement off: no error, nothing open, a waiver for each warning.

    A waiver has a reason, an approver and a last day. The files are drafted, or are those that are given and that are
    as drafted. The sheet is internal: it names the findings, the waivers, the clauses with their versions, the figures,
    and the SHA-256 of each file.
    """
    from sla_drafter.builder.sign_off import gate

    builder = builder_of(agreement, language, house, None).strict()
    builder = builder.with_dates() if with_dates else builder
    try:
        judged = gate(builder, agreement, clock.today(), given=tuple(dict.fromkeys(files)), house=house)
    except Unreadable as refused:
        if refused.findings:
            raise
        raise Refused(refused.headline) from refused
    if not judged.is_open:
        click.echo("\n".join(_blocked(judged)))
        ctx.exit(FOUND)
    if folder is None:
        click.echo("\n".join(_open(judged)))
        ctx.exit(CLEAN)
    endings = [ending for one in formats for ending in (BROCHURES if one == BROCHURE else (one,))]
    signed, sheet = judged.write(folder, endings, force=force)
    click.echo("\n".join((*_open(judged), *_written(signed, sheet))))


def _blocked(judged: Gate) -> Iterator[str]:
    """The findings that block, and the waivers that would be wanted, to be pasted."""
    blocking = judged.judged.blocking
    yield summary.findings_report(str(judged.agreement), judged.draft.sketch, blocking)
    errors = sum(one.severity is Severity.ERROR for one in blocking)
    yield f"Not signed off: {of(errors, 'error')}, {of(len(blocking) - errors, 'warning')} without a waiver that holds."
    wanted = list(dict.fromkeys(_waivers(judged)))
    if wanted:
        yield "To accept a warning, somebody answers for it in the agreement file:"
        yield from ("", "    private:", "      waivers:", *(f"        - {line}" for line in wanted))


def _waivers(judged: Gate) -> Iterator[str]:
    from sla_drafter.lints.register import code_of, rule_file

    for one in judged.judged.blocking:
        code = code_of(one.rule)
        if one.severity is Severity.WARNING and code and "Not possible" not in rule_file(code).RULE.waiver:
            where = one.field or one.clause
            place = f", where: {where}" if where else ""
            yield f"{{rule: {code}{place}, reason: …, approver: …, until: YYYY-MM-DD}}"


def _open(judged: Gate) -> Iterator[str]:
    from sla_drafter.lints.register import VERSION

    waived, informing = len(judged.judged.accepted), len(judged.judged.informing)
    name = visible(str(judged.agreement))
    yield f"{name}: no finding by rules {VERSION} is left open ({of(waived, 'warning')} waived, {informing} info)"
    yield f"  {summary.size(judged.draft.sketch)}; {summary.clauses_used(judged.draft)}."


def _written(signed: tuple[Path, ...], sheet: tuple[Path, ...]) -> Iterator[str]:
    yield f"  Signed off: {'  '.join(map(str, signed))}"
    yield f"  The sheet, internal: {'  '.join(map(str, sheet))}"
    yield f"  Later: sla-drafter verify FILE --against {quote(str(sheet[-1]))}"
