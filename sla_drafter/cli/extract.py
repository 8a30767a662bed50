"""`extract`: the facts of the agreement that a drafted file carries."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import visible
from sla_drafter.errors import Unreadable


@click.command(
    short_help="The agreement facts that a drafted file carries.",
    epilog=example("sla-drafter extract out/agreement.docx > agreement.yaml"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "shape",
    type=click.Choice(("yaml", "json")),
    default="yaml",
    show_default=True,
    help="The agreement file, or everything that is carried: also the clauses with their versions.",
)
def extract(file: Path, shape: str) -> None:
    """Print the agreement facts that a Word, PDF, HTML, Markdown or JSON file of ours carries.

    What is printed can be linted and drafted again. Private facts are never carried.
    """
    envelope = carried(file)
    text = json.dumps(envelope, indent=2, ensure_ascii=False) if shape == "json" else str(envelope["agreement"])
    shown = visible(text) if sys.stdout.isatty() else text
    click.echo(shown.rstrip("\n"))


def carried(file: Path) -> Mapping[str, Any]:
    """The source that a file carries: its schema, the agreement's text, the clauses with their versions."""
    from sla_drafter.readers.carried import read_bytes, read_carried

    try:
        found = read_carried(file, read_bytes(file))
    except Unreadable as refused:
        if refused.findings:
            raise
        raise Refused(refused.headline) from refused
    if found is None:
        raise Refused(
            f"{file} carries no agreement facts. It was drafted with --no-source, saved by a program that drops them, "
            "or was not drafted by sla-drafter."
        )
    return found.envelope
