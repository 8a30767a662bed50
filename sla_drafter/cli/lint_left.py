"""What `lint` says of the files of a folder that it left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.visible import visible

if TYPE_CHECKING:
    from sla_drafter.readers.in_folder import Left

_NAMED = 3
"""How many files are named; the others are counted."""
_WORDS: Mapping[str, tuple[str, str]] = {
    "NO_AGREEMENT": ("YAML file that is no agreement", "YAML files that are no agreements"),
    "NO_DUTY": ("Markdown or HTML file without an agreement", "Markdown and HTML files without an agreement"),
    "OURS": ("page or sheet made from an agreement file", "pages and sheets made from agreement files"),
    "CLAUSE": ("text of a clause library (clauses check)", "texts of a clause library (clauses check)"),
    "TYPED": ("paper of another program, to be saved as .docx", "papers of other programs, to be saved as .docx"),
}


def say_left(left: Mapping[Path, Left]) -> None:
    """Say on standard error how many files were left, by the reason; nothing where none was."""
    if left:
        one = "it" if len(left) == 1 else "one of them"
        click.echo(f"Left: {'; '.join(_each(left))}. Name {one} to have it linted.", err=True)


def _each(left: Mapping[Path, Left]) -> Iterator[str]:
    for why, words in _WORDS.items():
        if files := [path for path, reason in left.items() if reason.name == why]:
            yield f"{len(files)} {words[len(files) > 1]}: {_names(files)}"


def _names(files: Sequence[Path]) -> str:
    rest = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return ", ".join(visible(str(file)) for file in files[:_NAMED]) + rest
