"""`clauses new`: a clause to begin with, which passes the check."""

from __future__ import annotations

from pathlib import Path

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.status import Refused
from sla_drafter.language.patterns import compiled

_ID = compiled(r"[a-z][a-z0-9_]{0,30}")


@click.command(
    "new",
    short_help="Begin a clause: a folder with its file, a text and examples.",
    epilog=example("sla-drafter clauses new price_review --section governance -o my_pack"),
)
@click.argument("clause_id", metavar="ID")
@click.option("--section", required=True, help="The section that it stands in, as governance.")
@click.option(
    "-o", "--output", default=".", type=click.Path(path_type=Path, file_okay=False), help="The folder of the sections."
)
def new_(clause_id: str, section: str, output: Path) -> None:
    """Begin the clause ID in a section; the folder passes `clauses check` as it stands."""
    from sla_drafter.readers.clauses import load_library
    from sla_drafter.readers.clauses.new_clause import new_clause

    library = load_library()
    sections = sorted({one.id for outline in library.outlines.values() for one in outline.sections})
    if section not in sections:
        raise Refused(f"There is no section {section!r}. There are: {', '.join(sections)}.")
    if not _ID.fullmatch(clause_id):
        raise Refused(
            f"{clause_id!r} is not an id. An id is a small letter, then small letters, digits and underscores."
        )
    if clause_id in library.clauses:
        raise Refused(f"There is a clause {clause_id} already: sla-drafter clauses show {clause_id}")
    home = _home(output) / section / clause_id
    try:
        home.mkdir(parents=True)
        for name, text in new_clause(clause_id, section).items():
            (home / name).write_text(text, encoding="utf-8", newline="")
    except FileExistsError as fault:
        raise Refused(f"{home} is there already and stays as it is.") from fault
    except OSError as fault:
        raise Refused(f"{home} cannot be written: {fault.strerror}.") from fault
    click.echo(f"{home} is written: {', '.join(new_clause(clause_id, section))}")
    click.echo(f"  Check it            sla-drafter clauses check {output}")


def _home(folder: Path) -> Path:
    """Where the clauses of a folder stand: a pack says it, any other folder holds the sections itself."""
    from sla_drafter import plugins

    if not (folder / plugins.MANIFEST).is_file():
        return folder
    pack = plugins.opened(folder, folder.name)
    return folder / pack.parts.get("clauses", "clauses")
