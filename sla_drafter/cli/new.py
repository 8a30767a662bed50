"""`new`: a commented agreement file to start from, which drafts as it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.interview import ask_for_file, interview, is_at_terminal
from sla_drafter.cli.status import Refused
from sla_drafter.cli.target import Target
from sla_drafter.cli.visible import WIDTH, wrapped

if TYPE_CHECKING:
    from sla_drafter.plugins import Pack


@click.command(
    short_help="Write a commented agreement file to start from.",
    epilog=example("sla-drafter new customer_based -o agreement.yaml", "sla-drafter new customer_based --language en"),
)
@click.argument("kind", metavar="[KIND|STARTER]", required=False)
@click.option("-o", "--output", type=Target(), help="The file to write; without it, it is printed.")
@click.option("--language", help="Keep the texts of one language alone, as en.")
@click.option(
    "--answers", type=click.Path(path_type=Path), help="A YAML file with the answers to what is asked at a terminal."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def new(kind: str | None, output: Path | None, language: str | None, answers: Path | None, force: bool) -> None:
    """Write a commented agreement file that drafts as it stands, to be changed to your own facts.

    KIND is the kind of the agreement, STARTER the name of a starter. Without either, a few questions are asked; away
    from a terminal, the starters that there are are listed.
    """
    there = starters()
    if answers is not None or (kind is None and is_at_terminal()):
        if kind is not None:
            raise Refused(f"Either {kind} or --answers: the answers say the kind and may name the starter.")
        _begin(answers, there, output, language, force=force)
        return
    if kind is None and output is not None:
        raise Refused(f"Say which starter {output} shall hold. There are: {', '.join(there)}.")
    if kind is None:
        click.echo("\n".join(_list(there)))
        return
    text = _starter(kind, there)
    text = _in(language, text, kind) if language else text
    if output is None:
        click.echo(text, nl=False)
        return
    _write(output, text, force=force)
    click.echo("\n".join(wrapped(f"{output} is written: {_about(text)}")))
    file = quote(str(output))
    click.echo(f"  Check it            sla-drafter lint {file}")
    click.echo(f"  Draft the paper     sla-drafter draft {file} -o out")


def _begin(
    file: Path | None, there: Mapping[str, str], output: Path | None, language: str | None, *, force: bool
) -> None:
    """Write what answers ask for: those of a file, or of the person at the terminal."""
    from sla_drafter.builder.begin import begin
    from sla_drafter.readers.answers import read_answers
    from sla_drafter.readers.clauses import load_library

    library = load_library()
    answers = read_answers(file) if file else interview(there, library)
    target = output if output or file else ask_for_file()
    begun = begin(answers, there, library, str(target or "agreement.yaml"))
    text = _in(language, begun.loaded.text, begun.starter) if language else begun.loaded.text
    if target is None:
        click.echo(text, nl=False)
        return
    _write(target, text, force=force)
    name = quote(str(target))
    click.echo("\n".join(wrapped(f"{target} is written, from the starter {begun.starter}.")))
    click.echo(f"  What is still open  sla-drafter lint {name}")
    click.echo(f"  Draft the paper     sla-drafter draft {name} -o out")


def starters() -> Mapping[str, str]:
    """The text of each starter, by its name."""
    from sla_drafter import plugins

    return plugins.merged("starters", ((pack, _starters_of(pack)) for pack in plugins.packs()))


def _starters_of(pack: Pack) -> Mapping[str, str]:
    folder = pack.part("starters")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder else []
    return {
        entry.name.removesuffix(".yaml"): entry.read_text(encoding="utf-8")
        for entry in entries
        if entry.name.endswith(".yaml")
    }


def _about(text: str) -> str:
    """The first sentence of the comment that a starter begins with."""
    return text.partition("\n")[0].lstrip("# ").rstrip()


def _list(starters: Mapping[str, str]) -> Iterator[str]:
    longest = max(map(len, starters))
    yield from ("There are these starters:", "")
    for name, text in starters.items():
        first, *more = wrapped(_about(text), WIDTH - longest - 4)
        yield f"  {name:<{longest}}  {first}"
        yield from (f"  {'':<{longest}}  {line}" for line in more)
    yield from ("", f"Type for example: sla-drafter new {next(iter(starters))} -o agreement.yaml")


def _starter(asked: str, starters: Mapping[str, str]) -> str:
    if asked in starters:
        return starters[asked]
    from sla_drafter.readers.clauses import load_library

    of_kind = {kind: one.starter for kind, one in load_library().outlines.items() if one.starter in starters}
    if asked in of_kind:
        return starters[of_kind[asked]]
    from sla_drafter.language.distance import nearest

    near = " or ".join(nearest(asked, (*starters, *of_kind)))
    meant = f"Did you mean {near}? " if near else ""
    raise Refused(f"There is no starter {asked!r}. {meant}There are: {', '.join(starters)}.")


def _in(language: str, text: str, name: str) -> str:
    """The starter with its texts in one language."""
    from sla_drafter.readers.agreement_file import languages_of, one_language

    there = languages_of(text)
    if language not in there:
        raise Refused(f"The starter {name} has no texts in {language!r}. It has them in: {', '.join(there)}.")
    return one_language(text, language, f"{name}.yaml")


def _write(output: Path, text: str, *, force: bool) -> None:
    """Write the file whole or not at all; one that is there stays unless force is given."""
    if output.is_dir():
        raise Refused(f"{output} is a folder. Name the file to write: -o {output / 'agreement.yaml'}")
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="")
        if force:
            part.replace(output)
        else:
            os.link(part, output)
    except FileExistsError as fault:
        raise Refused(f"{output} is there already and stays as it is. Give another name, or --force.") from fault
    except OSError as fault:
        raise Refused(f"{output} cannot be written: {fault.strerror}.") from fault
    finally:
        part.unlink(missing_ok=True)
