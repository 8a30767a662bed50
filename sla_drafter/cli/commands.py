"""All commands under one name, and what happens when one of them refuses."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import click

from sla_drafter.cli.example import paragraph
from sla_drafter.cli.refusal import refusal_text
from sla_drafter.cli.status import FOUND, WRONG, Refused
from sla_drafter.cli.visible import WIDTH
from sla_drafter.errors import DraftRejected, FindingsError, SlaDrafterError

COMMANDS = {
    "new": "new.new",
    "draft": "draft.draft",
    "lint": "lint.lint",
    "explain": "explain.explain",
    "clauses": "clauses.clauses",
    "sign-off": "sign_off.sign_off",
    "verify": "verify.verify",
    "extract": "extract.extract",
    "credits": "credits.credits_",
    "feasibility": "feasibility.feasibility",
    "schema": "schema.schema",
}
"""The commands in the order of the work, each with its file and its name there."""


class Late(Mapping[str, click.Command]):
    """The commands by name, each loaded when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        file, _, inside = COMMANDS[name].partition(".")
        found: click.Command = getattr(import_module(f"sla_drafter.cli.{file}"), inside)
        return found

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Commands(click.Group):
    """The commands in the order of the work, and one place where a refusal becomes words and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except FindingsError as refused:
            click.echo(refusal_text(refused), err=True, color=ctx.color)
            ctx.exit(FOUND if isinstance(refused, DraftRejected) else WRONG)
        except SlaDrafterError as refused:
            raise Refused(str(refused)) from refused


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"sla-drafter {version('sla-drafter')}")
        ctx.exit()


_START = paragraph(
    "Start here:",
    "sla-drafter new customer_based -o agreement.yaml",
    "sla-drafter draft agreement.yaml -o out",
)
_STATUS = paragraph(
    "Exit status:",
    "0  done and clean",
    "1  findings at or above the failing severity, or unfinished",
    "2  the input or the call is wrong",
)


@click.group(
    cls=Commands,
    commands=Late(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH},
    epilog=f"{_START}\n\n{_STATUS}",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version and stop.",
)
def commands() -> None:
    """Draft service level agreements that are short, complete and right.

    One agreement file becomes Word, PDF, HTML, Markdown and JSON with the same words. What is contradictory,
    missing or too long is said before anything is written.
    """
