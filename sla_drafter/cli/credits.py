"""`credits`: attainment and service credits of a period, every step with the clause that it comes from."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import papers as papers_
from sla_drafter.cli.credits_open import How, marked, not_written
from sla_drafter.cli.credits_site import SITE, site
from sla_drafter.cli.example import example
from sla_drafter.cli.status import CLEAN, FOUND, fail_on_option, failing
from sla_drafter.cli.target import Target
from sla_drafter.language.patterns import compiled

if TYPE_CHECKING:
    from sla_drafter.attainment.windows import Period
    from sla_drafter.builder.credits import Computed

SHAPES = ("text", "json", "csv")
_MONTH = compiled(r"(\d{4})-(0[1-9]|1[0-2])\Z")


def _month(ctx: click.Context, param: click.Parameter, written: str) -> Period:
    """A month as 2027-03."""
    from sla_drafter.attainment.windows import month_of

    found = _MONTH.match(written)
    if not found or found[1] == "0000":
        raise click.BadParameter(f"{written!r} is no month. Write year and month: 2027-03.", ctx=ctx, param=param)
    return month_of(datetime.date(int(found[1]), int(found[2]), 1))


@click.command(
    "credits",
    short_help="Attainment and service credits of a month, every step shown.",
    epilog=example(
        "sla-drafter credits agreement.yaml measurements/ --period 2027-03",
        "sla-drafter credits sla.yaml outages.csv --period 2027-03 -o statement.pdf",
        "sla-drafter credits sla.yaml measured/ --period 2027-03 --to site -o pages",
    ),
)
@click.argument("agreement", type=click.Path(path_type=Path))
@click.argument("measurements", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", metavar="MONTH", required=True, callback=_month, help="The month: 2027-03.")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="text", show_default=True, help="Of the report.")
@click.option(
    "-o",
    "--output",
    "papers",
    type=Target(),
    multiple=True,
    help="A statement on paper: its ending says the format (docx, pdf, html, md). Of a site, its folder.",
)
@click.option("--to", "to", type=click.Choice([SITE]), help="Pages for the customer, with all months up to this one.")
@click.option("--house", metavar="NAME|PATH", help="House style: a name, a folder or a Word file; without it, plain.")
@click.option("--strict", is_flag=True, help="Refuse to compute when a row has a mistake, instead of leaving it out.")
@click.option(
    "--on", metavar="DAY", callback=papers_.day, help="The day at whose end the figures were taken; without it, today."
)
@click.option(
    "--unfinished", is_flag=True, help="Write a copy that says on every page that rows could not be used, if any."
)
@click.option("--force", is_flag=True, help="Write over a file that somebody edited.")
@fail_on_option
@click.pass_context
def credits_(
    ctx: click.Context,
    agreement: Path,
    measurements: tuple[Path, ...],
    period: Period,
    shape: str,
    papers: tuple[Path, ...],
    to: str | None,
    house: str | None,
    strict: bool,
    on: datetime.date,
    unfinished: bool,
    force: bool,
    fail_on: str,
) -> None:
    """Compute what an agreement's service levels attained in a month and which service credits are due.

    MEASUREMENTS are files of outages, maintenance, tickets, requests or observations (CSV, JSON or Parquet), or
    folders of them. A row that is wrong is named with its file and line and left out; what is computed from rows of its
    kind is open until it is mended, and no paper is written.
    """
    from sla_drafter.builder.credits import compute_credits

    papers_.check(agreement, () if to else papers, "A statement")
    how = How(house, force=force, unfinished=unfinished)
    if to:
        computed, said = site(agreement, measurements, period, papers, on=on, strict=strict, how=how)
    else:
        computed = compute_credits(agreement, measurements, period, on=on, strict=strict)
        said = _written(computed, papers, how)
    _print(computed, shape)
    if papers:
        papers_.say_house(house, err=shape != "text")
    for line in said:
        click.echo(line, err=shape != "text")
    ctx.exit(FOUND if failing(computed.findings, fail_on) or not computed.statement.final else CLEAN)


def _written(computed: Computed, papers: tuple[Path, ...], how: How) -> tuple[str, ...]:
    """Writes the papers, and says so; what is not final is written only as such."""
    final = computed.statement.final
    if papers and not final and not how.unfinished:
        return (not_written(computed),)
    names = papers if final else tuple(map(marked, papers))
    written = computed.write(*names, house=how.house, force=how.force, unfinished=how.unfinished) if names else ()
    return tuple(f"{file} was written and read back." for file in written)


def _print(computed: Computed, shape: str) -> None:
    """The report on standard output; what was noticed in the files goes with it, or to standard error."""
    from sla_drafter.cli.credits_text import noticed, report

    if shape == "text":
        click.echo(report(computed))
    else:
        click.echo((computed.json() if shape == "json" else computed.csv()).decode(), nl=False)
    if computed.findings:
        click.echo(noticed(computed.findings), err=shape != "text")
