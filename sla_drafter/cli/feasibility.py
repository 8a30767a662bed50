"""`feasibility`: what the record and the upstream agreements allow to be promised. For the house alone."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import papers as papers_
from sla_drafter.cli.example import example
from sla_drafter.cli.status import CLEAN, FOUND, fail_on_option, failing
from sla_drafter.cli.target import Target

if TYPE_CHECKING:
    from sla_drafter.builder.promises import Promised


def _percent(ctx: click.Context, param: click.Parameter, written: str) -> Fraction:
    """A percentage between 0% and 100%, as a share: 10%."""
    share = _figure(ctx, param, written) / 100
    if not 0 < share < 1:
        raise click.BadParameter(f"{written} is not between 0% and 100%. Write 10%.", ctx=ctx, param=param)
    return share


def _offers(ctx: click.Context, param: click.Parameter, written: str | None) -> tuple[Fraction, ...]:
    """Percentages with commas between them: 99%,99.5%,99.9%."""
    offered = tuple(_figure(ctx, param, one) for one in written.split(",")) if written else ()
    for one in offered:
        if not 0 <= one <= 100:
            raise click.BadParameter("A target is from 0% to 100%. Write 99%,99.5%.", ctx=ctx, param=param)
    return offered


def _figure(ctx: click.Context, param: click.Parameter, written: str) -> Fraction:
    from sla_drafter.readers.agreement_file.figures import percent
    from sla_drafter.readers.agreement_file.refused import Refused as NotOne

    try:
        return Fraction(percent(written.strip()).value)
    except NotOne as refused:
        raise click.BadParameter(refused.message, ctx=ctx, param=param) from None


@click.command(
    short_help="What can safely be promised (internal).",
    epilog=example(
        "sla-drafter feasibility agreement.yaml --history availability.csv",
        "sla-drafter feasibility agreement.yaml --history record/ -o internal.pdf",
    ),
)
@click.argument("agreement", type=click.Path(path_type=Path))
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    help="What was measured so far: a file of observations, outages, tickets or requests, or a folder. Repeatable.",
)
@click.option(
    "--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="Of the report."
)
@click.option(
    "-o",
    "--output",
    "papers",
    type=Target(),
    multiple=True,
    help="A page with the pictures: its ending says the format (docx, pdf, html, md).",
)
@click.option(
    "--appetite", default="10%", show_default=True, callback=_percent, help="The chance of a miss that is accepted."
)
@click.option("--confidence", default="95%", show_default=True, callback=_percent, help="The confidence of bounds.")
@click.option("--offers", metavar="TARGETS", callback=_offers, help="Targets to choose from: 99%,99.5%,99.9%.")
@click.option("--house", metavar="NAME|PATH", help="House style: a name, a folder or a Word file; without it, plain.")
@click.option("--strict", is_flag=True, help="Refuse to compute when a row has a mistake, instead of leaving it out.")
@click.option("--on", metavar="DAY", callback=papers_.day, help="The last day that is known; without it, today.")
@click.option("--force", is_flag=True, help="Write over a file that somebody edited.")
@fail_on_option
@click.pass_context
def feasibility(
    ctx: click.Context,
    agreement: Path,
    history: tuple[Path, ...],
    shape: str,
    papers: tuple[Path, ...],
    appetite: Fraction,
    confidence: Fraction,
    offers: tuple[Fraction, ...],
    house: str | None,
    strict: bool,
    on: datetime.date,
    force: bool,
    fail_on: str,
) -> None:
    """Say what can safely be promised: the chance of a miss by the record, and what upstream agreements allow.

    The report and the page are internal. They show private facts, and nothing of them is ever part of a draft.
    """
    from sla_drafter.attainment.promise import Asked
    from sla_drafter.builder.promises import what_can_be_promised

    papers_.check(agreement, papers, "A page")
    asked = Asked(on, appetite, confidence, offers)
    promised = what_can_be_promised(agreement, history, asked, strict=strict)
    if papers:
        papers_.say_house(house, err=shape != "text")
    written = promised.write(*papers, house=house, force=force) if papers else ()
    _print(promised, shape)
    for file in written:
        click.echo(f"{file} was written and read back. It is internal.", err=shape != "text")
    ctx.exit(FOUND if failing(promised.findings, fail_on) else CLEAN)


def _print(promised: Promised, shape: str) -> None:
    """The report on standard output; what was noticed in the files goes with it, or to standard error."""
    from sla_drafter.cli.credits_text import noticed
    from sla_drafter.cli.feasibility_text import report

    if shape == "text":
        click.echo(report(promised))
    else:
        click.echo(json.dumps(promised.tree(), indent=2, ensure_ascii=False))
    if promised.findings:
        click.echo(noticed(promised.findings), err=shape != "text")
