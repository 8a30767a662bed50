"""How a command ends: the exit status that scripts read, and a refusal in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from sla_drafter.cli.visible import WIDTH, wrapped
from sla_drafter.findings import Finding, Severity
from sla_drafter.findings import failing as failing_at

if TYPE_CHECKING:
    from sla_drafter.model.configuration import Configuration

CLEAN, FOUND, WRONG = 0, 1, 2
"""Done and clean; findings at or above the failing severity, or unfinished; the input or the call is wrong."""

GRADES = tuple(severity.value for severity in Severity)


class Refused(click.ClickException):
    """The input or the call is wrong: said in one sentence, with what would be right."""

    exit_code = WRONG

    def format_message(self) -> str:
        """The sentence, laid out for 100 columns."""
        return "\n".join(wrapped(self.message, WIDTH - len("Error: ")))


def failing(findings: Iterable[Finding], fail_on: str) -> tuple[Finding, ...]:
    """The findings that make a command fail, whose `--fail-on` is given as typed."""
    return failing_at(findings, Severity(fail_on))


fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(GRADES),
    default=Severity.ERROR.value,
    show_default=True,
    help="The mildest severity that makes the command fail.",
)
"""The option of the commands that judge."""


def typed(ctx: click.Context, fail_on: str) -> str:
    """The severity of `--fail-on` where somebody typed it; empty where the configuration of the house is asked."""
    return "" if ctx.get_parameter_source("fail_on") is ParameterSource.DEFAULT else fail_on


def usual(configuration: Configuration) -> str:
    """The mildest severity that fails where nobody typed one."""
    return (configuration.fail_on or Severity.ERROR).value
