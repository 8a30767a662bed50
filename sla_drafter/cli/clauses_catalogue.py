"""`clauses catalogue`: a page that lists every clause of the library, written from the library itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.output import free, put
from sla_drafter.cli.target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from sla_drafter.model.library import Clause, Library

_LETTER = {"required": "R", "conditional": "C", "optional": "O", "unused": "–"}
_TOP = """\
# The clauses of the library

Written by `sla-drafter clauses catalogue`; a change by hand is overwritten. The words of a clause, and everything else
that is known of it: `sla-drafter clauses show ID`.

{count} clauses. R required, C conditional (chosen by facts), O optional, – not used.
"""


@click.command(
    short_help="Write a page that lists every clause.",
    epilog=example("sla-drafter clauses catalogue -o docs/reference/clauses.md"),
)
@click.option("-o", "--output", type=Target(), help="The file to write; without it, it is printed.")
def catalogue(output: Path | None) -> None:
    """Write a Markdown page with every clause: by section, then which kind of agreement uses which."""
    from sla_drafter.readers.clauses import load_library

    page = catalogue_page(load_library())
    if output is None:
        click.echo(page, nl=False)
        return
    free(output, "clauses")
    put(output, page)
    click.echo(f"{output} is written.")


def catalogue_page(library: Library) -> str:
    """The page of a library."""
    clauses = sorted(library.clauses.values(), key=lambda clause: (clause.section, clause.id))
    kinds = tuple(clauses[0].kinds)
    parts = [_TOP.format(count=len(clauses))]
    for section, several in groupby(clauses, key=lambda clause: clause.section):
        parts.append(f"## {section.replace('_', ' ').capitalize()}\n")
        parts.append("| clause | title | version | positions | languages | chosen by |\n|---|---|---|---|---|---|")
        parts.append("\n".join(map(_row, several)) + "\n")
    parts.append("## By kind of agreement\n")
    parts.append(f"| clause | {' | '.join(kind.replace('_', ' ') for kind in kinds)} |\n|---|{'---|' * len(kinds)}")
    parts.append("\n".join(_standings(clause, kinds) for clause in clauses) + "\n")
    return "\n".join(parts)


def _row(clause: Clause) -> str:
    chosen = ", ".join(f"`{path}`" for path in clause.when) or "its kind or its name"
    languages = ", ".join(clause.languages)
    cells = (f"`{clause.id}`", clause.titles["en"], clause.version, ", ".join(clause.positions), languages, chosen)
    return f"| {' | '.join(cells)} |"


def _standings(clause: Clause, kinds: tuple[str, ...]) -> str:
    return f"| `{clause.id}` | {' | '.join(_LETTER[clause.kinds[kind].value] for kind in kinds)} |"
