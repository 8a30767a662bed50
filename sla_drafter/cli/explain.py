"""`explain`: what a rule checks, why, and how to mend what it finds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.visible import WIDTH


@click.command(
    short_help="What a rule checks, why, and how to mend it.",
    epilog=example("sla-drafter explain CRE-04", "sla-drafter explain ladder_misses_target"),
)
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain what a rule checks, why it matters, and how a mistake is mended.

    RULE is a code or a name, as a report prints them. Without it, all rules are listed, one on each line.
    """
    if rule is None:
        click.echo("\n".join(_list()))
        return
    from sla_drafter.lints.explain import explain as page

    click.echo(page(rule).rstrip("\n"))


def _list() -> Iterator[str]:
    from sla_drafter.lints.register import rule_files

    rules = [file.RULE for file in rule_files()]
    longest = max(len(rule.name) for rule in rules)
    for rule in rules:
        head = f"{rule.code:<7} {rule.severity.value:<8} {rule.name:<{longest}}  "
        yield head + textwrap.shorten(rule.checks, max(WIDTH - len(head), 30), placeholder=" …")
