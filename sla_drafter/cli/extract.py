"""`extract`: the facts of the agreement that a drafted file carries."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from sla_drafter.cli.example import example
from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import visible
from sla_drafter.errors import Unreadable

READERS: Mapping[str, str] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "draft_json",
}
"""The reader of each kind of file, by the ending of its name."""
SCHEMA = 1
LARGEST = 64 * 1024 * 1024


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
    source = _source(file)
    if source is None:
        raise Refused(
            f"{file} carries no agreement facts. It was drafted with --no-source, saved by a program that drops them, "
            "or was not drafted by sla-drafter."
        )
    try:
        envelope = json.loads(source)
    except ValueError as fault:
        raise Refused(f"The facts that {file} carries were changed and cannot be read: {fault}.") from fault
    return _checked(envelope, file)


def _checked(envelope: Any, file: Path) -> Mapping[str, Any]:
    if not isinstance(envelope, dict) or not isinstance(envelope.get("agreement"), str):
        raise Refused(f"The facts that {file} carries were changed and cannot be read: there is no agreement in them.")
    if envelope.get("schema") != SCHEMA:
        raise Refused(
            f"{file} carries its facts in format {envelope.get('schema')}; this program reads format {SCHEMA}. "
            "Use the version of sla-drafter that drafted it."
        )
    return envelope


def _source(file: Path) -> bytes | None:
    """The source as the reader of that kind of file finds it."""
    name = READERS.get(file.suffix.lower())
    if name is None:
        raise Refused(f"{file} is no file that carries facts. Give one that ends in {', '.join(READERS)}.")
    data = _bytes(file)
    try:
        source: bytes | None = import_module(f"sla_drafter.readers.{name}").read_source(data)
    except Unreadable as refused:
        # The readers are given bytes and do not know the name of the file.
        unplaced = [evolve(finding, places=()) for finding in refused.findings]
        raise Unreadable(f"{file} cannot be read", unplaced) from refused
    return source


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise Refused(f"{file} is larger than {LARGEST // 1024 // 1024} MB; no agreement of ours is.")
        return file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}.") from fault
