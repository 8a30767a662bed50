"""`draft`: lints the agreement, assembles the paper, writes it, and reads it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from sla_drafter.cli import clock, summary
from sla_drafter.cli.example import example
from sla_drafter.cli.findings_text import counts, of
from sla_drafter.cli.status import CLEAN, FOUND, Refused, fail_on_option, failing, typed, usual
from sla_drafter.cli.sums import sums
from sla_drafter.cli.target import Target
from sla_drafter.cli.visible import WIDTH
from sla_drafter.document.unfinished import UNFINISHED
from sla_drafter.findings import Finding, Severity

if TYPE_CHECKING:
    from sla_drafter.builder import Builder, Draft

FORMATS = ("docx", "pdf", "html", "md", "json")
CALENDAR, BROCHURE = "ics", "brochure"
BROCHURES = (f"{BROCHURE}.pdf", f"{BROCHURE}.html")
POSITIONS = ("provider", "balanced", "customer")
_REFUSED = {
    Severity.ERROR: ("Why is this an error?", "errors"),
    Severity.WARNING: ("Why is this a warning?", "warnings"),
    Severity.INFO: ("What does this rule check?", "findings"),
}


def _formats(ctx: click.Context, param: click.Parameter, written: str) -> tuple[str, ...]:
    """The formats of a list with commas between them: docx,pdf."""
    asked = tuple(dict.fromkeys(word.strip().lower().lstrip(".") for word in written.split(",") if word.strip()))
    known = (*FORMATS, CALENDAR, BROCHURE)
    unknown = ", ".join(word for word in asked if word not in known)
    if unknown or not asked:
        said = f"{unknown or 'nothing'} is no format. There are: {', '.join(known)}."
        raise click.BadParameter(said, ctx=ctx, param=param)
    return asked


formats_option = click.option(
    "--to",
    "formats",
    metavar="FORMATS",
    default=",".join(FORMATS),
    show_default=True,
    callback=_formats,
    help="Which files.",
)
"""The option of the commands that write the files of a draft."""


@click.command(
    short_help="Lint, assemble, write and read back the paper.",
    epilog=example(
        "sla-drafter draft agreement.yaml -o out", "sla-drafter draft agreement.yaml -o out --to docx,pdf --unfinished"
    ),
)
@click.argument("agreement", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=Target(), required=True, help="The folder to write to.")
@formats_option
@click.option("--language", help="Another language than the agreement's own, as en.")
@click.option("--house", metavar="NAME|PATH", help="House style: a name, a folder or a Word file; without it, plain.")
@click.option("--position", type=click.Choice(POSITIONS), help="Another position than the agreement's own.")
@click.option("--with-dates", is_flag=True, help="Add a schedule of key dates, and a calendar of them (ics).")
@click.option("--unfinished", is_flag=True, help="A copy for discussion, marked on every page, whatever is found.")
@click.option("--force", is_flag=True, help="Write over a file that somebody edited.")
@click.option("--no-source", is_flag=True, help="Leave the agreement's facts out of the files.")
@fail_on_option
@click.pass_context
def draft(
    ctx: click.Context,
    agreement: Path,
    folder: Path,
    formats: tuple[str, ...],
    language: str | None,
    house: str | None,
    position: str | None,
    with_dates: bool,
    unfinished: bool,
    force: bool,
    no_source: bool,
    fail_on: str,
) -> None:
    """Draft the paper of an agreement: Word, PDF, HTML, Markdown and JSON with the same words.

    Nothing is written while the agreement has errors, and no file that somebody edited is written over. Each file is
    read back and compared before it takes its place.
    """
    builder = builder_of(agreement, language, house, position)
    drafted = (builder.with_dates() if with_dates else builder).draft(layout=False)
    judged = drafted.judged(on=clock.today(), brochure=BROCHURE in formats)
    blocking = failing(judged.findings, typed(ctx, fail_on) or usual(judged.configuration))
    if blocking and not unfinished:
        click.echo("\n".join(_refused(str(agreement), judged, blocking, folder)))
        ctx.exit(FOUND)
    paper = judged.marked_unfinished() if unfinished else judged
    stem = agreement.stem + (UNFINISHED if unfinished else "")
    asked = [ending for one in formats for ending in (BROCHURES if one == BROCHURE else (one,))]
    endings = dict.fromkeys((*asked, CALENDAR) if with_dates else asked)
    written = paper.write(*(folder / f"{stem}.{ending}" for ending in endings), force=force, source=not no_source)
    click.echo("\n".join(_unfinished(paper, written) if unfinished else _done(str(agreement), paper, written)))
    click.echo("".join(f"{line}\n" for line in summary.about_house(paper.house)), nl=False)
    ctx.exit(FOUND if unfinished else CLEAN)


def builder_of(agreement: Path, language: str | None, house: str | None, position: str | None) -> Builder:
    """The builder of an agreement file, with what was asked for on the command line."""
    from sla_drafter.builder import Builder

    if agreement.is_dir():
        raise Refused(f"{agreement} is a folder. Name the agreement file in it: {agreement / 'agreement.yaml'}")
    builder = Builder.from_file(agreement).configured()
    if position:
        builder = builder.set({"position": position})
    if language:
        builder = builder.in_language(language)
    return builder.in_house(house) if house else builder


def _refused(name: str, judged: Draft, blocking: Sequence[Finding], folder: Path) -> Iterator[str]:
    from sla_drafter.lints.register import code_of

    findings = judged.findings
    shown = [finding for finding in findings if finding in blocking or finding.severity is not Severity.INFO]
    elsewhere = "" if len(shown) == len(findings) else summary.shown_elsewhere(findings)
    why, what = _REFUSED[min(blocking, key=lambda finding: finding.severity.rank).severity]
    unchanged = f" Your files in {folder}/ are unchanged." if folder.is_dir() else ""
    yield summary.findings_report(name, judged.sketch, shown)
    yield f"  {counts(findings)}{elsewhere}"
    yield f"  {summary.size(judged.sketch)}; {summary.completeness(findings)}."
    yield ""
    yield f"Nothing was written: a draft with {what} is refused.{unchanged}"
    if explained := next((finding.rule for finding in blocking if code_of(finding.rule)), ""):
        yield _hint(why, f"sla-drafter explain {explained}")
    yield _hint("A copy for discussion?", f"sla-drafter draft {quote(name)} -o {quote(str(folder))} --unfinished")


def _hint(question: str, answer: str) -> str:
    return f"  {question:<26}  {answer}"


def _unfinished(paper: Draft, written: Sequence[Path]) -> Iterator[str]:
    errors = sum(finding.severity is Severity.ERROR for finding in paper.findings)
    points = "; list of open points on page 1" if paper.document.open_points else ""
    longest = max(len(str(file)) for file in written)
    for file in written:
        if file.suffix == f".{CALENDAR}":
            yield str(file)
        else:
            yield f'{file!s:<{longest}}   "{paper.document.banner}" on every page{points}'
    remaining = of(errors, "error") if errors else "No error"
    yield f"{remaining} {'remain' if errors > 1 else 'remains'}; status is {FOUND}."


def _done(name: str, paper: Draft, written: Sequence[Path]) -> Iterator[str]:
    findings = paper.findings
    shown = [finding for finding in findings if finding.severity is not Severity.INFO]
    if shown:
        yield summary.findings_report(name, paper.sketch, shown)
    yield summary.nothing_blocks(name, findings)
    yield ""
    yield f"  {summary.size(paper.sketch)}; {summary.clauses_used(paper)}."
    yield from (f"  {line}" for line in sums(paper))
    yield ""
    yield from (f"  {'  '.join(row)}" for row in _rows([str(file) for file in written]))
    papers = sum(file.suffix != f".{CALENDAR}" for file in written)
    if papers:
        yield f"  {summary.read_back(papers)}"
    if papers < len(written):
        yield f"  {summary.calendar(paper)}"


def _rows(files: Sequence[str]) -> list[list[str]]:
    """File names side by side where 100 columns hold them, else one on each line."""
    together = len("  ".join(files)) + 2 <= WIDTH
    return [list(files)] if together else [[file] for file in files]
