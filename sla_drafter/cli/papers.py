"""What the commands that compute have in common: the day, the agreement that is no folder, the endings of papers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from sla_drafter.cli import clock
from sla_drafter.cli.status import Refused

PAPERS = (".docx", ".pdf", ".html", ".md")


def day(ctx: click.Context, param: click.Parameter, written: str | None) -> datetime.date:
    """A day as 2027-04-05; without one, today."""
    try:
        return datetime.date.fromisoformat(written) if written else clock.today()
    except ValueError:
        raise click.BadParameter(f"{written!r} is no day. Write 2027-04-05.", ctx=ctx, param=param) from None


def check(agreement: Path, papers: Iterable[Path], what: str) -> None:
    """Refuse a folder as agreement, and a paper (`what`: "A statement") whose ending nobody writes."""
    if agreement.is_dir():
        raise Refused(f"{agreement} is a folder. Name the agreement file in it: {agreement / 'agreement.yaml'}")
    for paper in papers:
        if paper.suffix.lower() not in PAPERS:
            raise Refused(f"{paper} ends in {paper.suffix or 'nothing'}. {what} ends in {', '.join(PAPERS)}.")


def say_house(house: str | None, *, err: bool) -> None:
    """What there is to say of the house in which papers are written."""
    from sla_drafter.cli.summary import about_house
    from sla_drafter.readers.house import load_house

    for line in about_house(load_house(house)) if house else ():
        click.echo(line, err=err)
