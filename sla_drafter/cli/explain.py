"""`explain`: what a code that a report prints checks, why, and how to mend what it finds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.output import free, put
from sla_drafter.cli.status import Refused
from sla_drafter.cli.target import Target
from sla_drafter.cli.visible import WIDTH


@click.command(
    short_help="What a rule checks, why, and how to mend it.",
    epilog=example("sla-drafter explain CRE-04", "sla-drafter explain --all -o rules.md"),
)
@click.argument("rule", required=False)
@click.option("--all", "in_full", is_flag=True, help="The pages of all rules, as Markdown.")
@click.option("-o", "--output", type=Target(), help="The file for all pages; without it, they are printed.")
def explain(rule: str | None, in_full: bool, output: Path | None) -> None:
    """Explain what a rule checks, why it matters, and how a mistake is mended.

    RULE is a code or a name, as a report prints them: of a rule, or of what is said about a file that is read, written,
    verified or signed off. Without it, all of them are listed, one on each line.
    """
    if (rule and in_full) or (output and not in_full):
        raise Refused("Name a rule, or ask for all of them in a file: sla-drafter explain --all -o rules.md")
    if in_full:
        _all(output)
        return
    if rule is None:
        click.echo("\n".join(_list()))
        return
    from sla_drafter.lints.explain import explain as page

    click.echo(page(rule).rstrip("\n"))


def _all(output: Path | None) -> None:
    from sla_drafter.lints.rules_page import rules_page

    if output is None:
        click.echo(rules_page(), nl=False)
        return
    free(output, "rules")
    put(output, rules_page())
    click.echo(f"{output} is written.")


def _list() -> Iterator[str]:
    from sla_drafter.lints.notices import notices
    from sla_drafter.lints.register import rule_files

    rules = ((rule.code, rule.severity.value, rule.name, rule.checks) for rule in (one.RULE for one in rule_files()))
    others = ((one.code, one.severity.partition(" ")[0], one.name, one.checks) for one in notices().values())
    every = (*rules, *others)
    longest = max(len(name) for _, _, name, _ in every)
    for code, severity, name, checks in every:
        head = f"{code:<7} {severity:<8} {name:<{longest}}  "
        yield head + textwrap.shorten(checks, max(WIDTH - len(head), 30), placeholder=" …")
