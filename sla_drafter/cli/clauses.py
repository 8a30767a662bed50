"""`clauses`: the clauses that there are, when each is chosen, and its words."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sla_drafter.cli.clauses_catalogue import catalogue
from sla_drafter.cli.clauses_check import check
from sla_drafter.cli.clauses_new import new_
from sla_drafter.cli.example import example
from sla_drafter.cli.findings_text import of
from sla_drafter.cli.status import Refused
from sla_drafter.cli.visible import WIDTH

if TYPE_CHECKING:
    from sla_drafter.model.library import Clause, Library

_POSITIONS = ("provider", "balanced", "customer")
_shape = click.option(
    "--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="Of the report."
)


@click.group(
    short_help="The clauses that there are, and their words.",
    epilog=example("sla-drafter clauses list --kind customer_based", "sla-drafter clauses show availability"),
)
def clauses() -> None:
    """List the clauses of the library, show one with its words, check them, or begin one."""


@clauses.command(
    "list",
    short_help="List the clauses, with their versions.",
    epilog=example("sla-drafter clauses list --kind internal --section governance"),
)
@click.option("--kind", help="Only those that agreements of this kind use, as customer_based.")
@click.option("--section", help="Only those of this section, as credits.")
@_shape
def list_(kind: str | None, section: str | None, shape: str) -> None:
    """List the clauses: id, version, section, title, and how a kind of agreement stands to each."""
    library = _library()
    found = _wanted(library, kind, section)
    if shape == "json":
        click.echo(json.dumps({"clauses": [_entry(clause) for clause in found]}, indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_table([_row(clause, kind) for clause in found])))
    click.echo(f"\n{of(len(found), 'clause')}. Its words: sla-drafter clauses show {found[0].id}")


@clauses.command(short_help="Show one clause with its words.", epilog=example("sla-drafter clauses show credit_nature"))
@click.argument("clause_id", metavar="ID")
@click.option("--language", help="The language of the words; without it English, or that of the agreement.")
@click.option(
    "--position", type=click.Choice(_POSITIONS), help="The position; without it balanced, or the agreement's."
)
@click.option(
    "--with", "agreement", type=click.Path(path_type=Path), help="An agreement file: print the words as it has them."
)
@_shape
def show(clause_id: str, language: str | None, position: str | None, agreement: Path | None, shape: str) -> None:
    """Show one clause: when it is chosen, what it needs, its budget, and its words with their slots.

    With an agreement, its words as that agreement prints them.
    """
    clause = _clause(clause_id, _library())
    if agreement is not None:
        _show_filled(clause, agreement, language, position, shape)
        return
    language, position = language or "en", position or "balanced"
    text = clause.text(language, position)
    if text is None:
        written = ", ".join(dict.fromkeys(text.language for text in clause.texts))
        raise Refused(f"The clause {clause.id} has no words in the language {language!r}. There are: {written}.")
    if shape == "json":
        words = {"language": text.language, "position": text.position, "text": text.source}
        click.echo(json.dumps({**_facts(clause), **words}, indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_page(clause, language)))
    other = f", as there is no text of the position {position}" if text.position != position else ""
    click.echo(f"\n  Words ({text.language}, {text.position}{other})\n")
    click.echo(textwrap.indent(text.source.strip("\n"), "    "))


def _show_filled(clause: Clause, agreement: Path, language: str | None, position: str | None, shape: str) -> None:
    from sla_drafter.cli.clauses_filled import filled_words

    words = filled_words(clause.id, agreement, language or "", position or "")
    click.echo(words if shape == "text" else json.dumps({"id": clause.id, "words": words}, ensure_ascii=False))


def _library() -> Library:
    from sla_drafter.readers.clauses import load_library

    return load_library()


def _wanted(library: Library, kind: str | None, section: str | None) -> Sequence[Clause]:
    from sla_drafter.model.choices import KINDS
    from sla_drafter.model.library import Standing

    _known("kind", kind, KINDS)
    _known("section", section, dict.fromkeys(clause.section for clause in library.clauses.values()))
    found = [
        clause
        for clause in library.clauses.values()
        if section in (None, clause.section) and (kind is None or clause.kinds[kind] is not Standing.UNUSED)
    ]
    if not found:
        raise Refused(f"No clause of the section {section} is used in agreements of the kind {kind}.")
    return found


def _clause(asked: str, library: Library) -> Clause:
    _known("clause", asked, library.clauses)
    return library.clauses[asked]


def _known(noun: str, asked: str | None, known: Sequence[str] | Mapping[str, Any]) -> None:
    """Refuses a word that nobody knows, with the nearest ones."""
    if asked is None or asked in known:
        return
    from sla_drafter.language.distance import nearest

    near = " or ".join(nearest(asked, known))
    hint = f"Did you mean {near}?" if near else f"There are: {', '.join(known)}."
    if noun == "clause" and not near:
        hint = "All of them: sla-drafter clauses list"
    raise Refused(f"There is no {noun} {asked!r}. {hint}")


def _row(clause: Clause, kind: str | None) -> tuple[str, ...]:
    standing = (clause.kinds[kind].value,) if kind else ()
    return (clause.id, clause.version, clause.section, *standing, clause.titles["en"])


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _entry(clause: Clause) -> dict[str, Any]:
    """What the list says of a clause; the kinds that do not use it are left out."""
    return {
        "id": clause.id,
        "section": clause.section,
        "title": clause.titles["en"],
        "version": clause.version,
        "kinds": {kind: standing.value for kind, standing in clause.kinds.items() if standing.value != "unused"},
        "positions": list(clause.positions),
        "languages": list(clause.languages),
    }


def _facts(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "version": clause.version,
        "title": dict(clause.titles),
        "section": clause.section,
        "kinds": {kind: standing.value for kind, standing in clause.kinds.items()},
        "when": list(clause.when),
        "requires": list(clause.requires),
        "excludes": list(clause.excludes),
        "parameters": {one.name: {"type": one.type, "about": one.about} for one in clause.parameters},
        "budget": clause.budget,
        "source": clause.source,
        "reviewed": dict(clause.reviewed),
    }


def _page(clause: Clause, language: str) -> Iterator[str]:
    """What is known about a clause beside its words; what it does not have is left out."""
    standings: dict[str, list[str]] = {}
    for kind, standing in clause.kinds.items():
        standings.setdefault(standing.value, []).append(kind)
    yield f"{clause.id} {clause.version}  {clause.titles.get(language, clause.titles['en'])}"
    yield ""
    parts = {
        "Section": clause.section,
        **{f"{standing.capitalize()}": ", ".join(kinds) for standing, kinds in standings.items()},
        "Chosen when": "; ".join(clause.when),
        "Requires": ", ".join(clause.requires),
        "Excludes": ", ".join(clause.excludes),
        "Its own facts": "; ".join(f"{one.name} ({one.type}): {one.about}" for one in clause.parameters),
        "Budget": f"{clause.budget} words",
        "Source": clause.source,
        "Reviewed": "; ".join(f"{where}: {state}" for where, state in clause.reviewed.items()) or "by nobody yet",
        "Guidance": clause.guidance,
    }
    for name, words in parts.items():
        if words:
            indent = f"  {name:<15}"
            yield textwrap.fill(words, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))


for command in (check, new_, catalogue):
    clauses.add_command(command)
