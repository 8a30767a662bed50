"""`lint`: says what is wrong with an agreement or with anybody's paper, and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sla_drafter.cli.example import example
from sla_drafter.cli.lint_baseline import compared, write_baseline
from sla_drafter.cli.lint_fix import fix
from sla_drafter.cli.lint_left import say_left
from sla_drafter.cli.lint_remarked import WORD, check_copy, write_copy
from sla_drafter.cli.lint_report import SHAPES, report
from sla_drafter.cli.lint_run import found_in, status
from sla_drafter.cli.output import free
from sla_drafter.cli.status import Refused, fail_on_option, typed
from sla_drafter.cli.target import Target

if TYPE_CHECKING:
    from sla_drafter.readers.to_lint import ToLint


@click.command(
    short_help="Say what is wrong with an agreement, and how to mend it.",
    epilog=example(
        "sla-drafter lint agreement.yaml",
        "sla-drafter lint agreements/ --format sarif -o lint.sarif --fail-on warning",
        "sla-drafter lint agreement.yaml --baseline signed.json",
        "sla-drafter lint their_paper.docx --changes rejected",
        "sla-drafter lint their_paper.docx --to docx -o commented.docx",
        "sla-drafter lint their_paper.docx --fix --to docx -o proposed.docx",
    ),
)
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "shape", type=click.Choice(tuple(SHAPES)), default="text", show_default=True, help="Of the report."
)
@click.option("--to", "copy", type=click.Choice((WORD,)), help="A Word copy with each finding as a comment, to -o.")
@click.option("-o", "--output", type=Target(), help="The file for the report or copy; without it, it is printed.")
@click.option("--reasons", is_flag=True, help="Put the reasons of waivers into a SARIF report that stays inside.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="What was known before fails nothing: only what is new does."
)
@click.option("--write-baseline", "new_baseline", type=Target(), help="Write what is known now as a baseline.")
@click.option(
    "--changes",
    type=click.Choice(("accepted", "rejected")),
    default="accepted",
    show_default=True,
    help="How the tracked changes of a Word file are read.",
)
@click.option("--house", metavar="NAME|PATH", help="House style in which pages are counted; without it, plain.")
@click.option(
    "--fix",
    "fixes",
    is_flag=True,
    help="Apply safe mends to agreement files and Markdown, list the others; in a Word copy (--to), track all of them.",
)
@click.option("--no-cache", is_flag=True, help="Judge every file anew, and keep nothing for the next run.")
@click.option("--force", is_flag=True, help="Write over a file that is no earlier report; never over an agreement.")
@fail_on_option
@click.pass_context
def lint(
    ctx: click.Context,
    files: tuple[Path, ...],
    shape: str,
    copy: str | None,
    output: Path | None,
    reasons: bool,
    baseline: Path | None,
    new_baseline: Path | None,
    changes: str,
    house: str | None,
    fixes: bool,
    no_cache: bool,
    force: bool,
    fail_on: str,
) -> None:
    """Say what is wrong with agreement files: what, where, why, and what would be right.

    In a folder, every agreement, Word and PDF file in it and below is linted, and each HTML and Markdown file that
    reads as an agreement. READMEs, pages with program code, pages drafted from an agreement file, clause texts, and
    what is hidden are left; the last line says how many. Name a file to have it linted in any case.

    What has not changed since the last run is not judged again. No file is changed without --fix. In a Word, PDF, HTML
    or Markdown file the words are judged, one grade milder, and each finding says how sure it is.
    """
    inside = _taken(files, house)
    wanted = inside.files
    _targets(output, shape, new_baseline, wanted, is_copy=bool(copy), force=force)
    if fixes:
        fix(wanted, quietly=shape != "text", copies=bool(copy))
    found = compared(found_in(wanted, changes, typed(ctx, fail_on), cached=not no_cache, house=house), baseline)
    if new_baseline:
        write_baseline(new_baseline, found)
    if copy and output:
        write_copy(found[0], output, changes=changes, house=house, proposes=fixes, force=force)
    else:
        report(found, shape, output, reasons=reasons)
    say_left(inside.left)
    ctx.exit(max(map(status, found)))


def _taken(files: Sequence[Path], house: str | None) -> ToLint:
    """The files that are linted; a house that cannot be read is a wrong call, and no fault of a file."""
    from sla_drafter.readers.to_lint import taken

    inside = taken(files)
    if house:
        from sla_drafter.readers.house import load_house

        load_house(house)
    return inside


def _targets(
    output: Path | None,
    shape: str,
    new_baseline: Path | None,
    wanted: Sequence[Path],
    *,
    is_copy: bool,
    force: bool,
) -> None:
    """Refuse what must not be written over before anything is changed."""
    if is_copy:
        check_copy(wanted, output, shape)
    elif output:
        free(output, shape, wanted, force=force)
    if new_baseline:
        free(new_baseline, "baseline", wanted, force=force)
    if output and new_baseline and output.resolve() == new_baseline.resolve() and not output.is_char_device():
        raise Refused(f"{output} cannot be both the report and the baseline. Name two files.")
