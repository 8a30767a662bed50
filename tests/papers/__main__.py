"""How often is a text rule right? `python -m tests.papers FOLDER` counts what is found in a folder of papers.

`--verdicts FILE` names a table of what a reader said of the findings: the share of true ones is printed for each rule,
then each finding that nobody has judged, with the words around it. `--write` adds those to the table, for the reader to
fill in true, false or debatable. `--top 20` takes the most frequent rules, `--each 25` reads so many findings of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tests.papers.sampling import Found, counts, found_in, papers_in, sample
from tests.papers.verdicts import VERDICTS, read_verdicts, tallies, write_verdicts

_HEAD = ("rule", "found", "read", *VERDICTS, "precision")
_AROUND = 300


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--verdicts", type=click.Path(path_type=Path), help="The table of verdicts.")
@click.option("--top", default=20, show_default=True, help="How many rules are read.")
@click.option("--each", default=25, show_default=True, help="How many findings of each are read.")
@click.option("--write", is_flag=True, help="Add what is not judged to the table of verdicts.")
def main(folder: Path, verdicts: Path | None, top: int, each: int, *, write: bool) -> None:
    found = found_in(folder)
    counted = counts(found)
    most = dict(list(counted.items())[:top])
    sampled = [one for one in sample(found, each) if one.rule in most]
    said = read_verdicts(verdicts) if verdicts else {}
    click.echo(f"{len(found)} findings of {len(counted)} rules in {len(papers_in(folder))} papers\n")
    for cells in (_HEAD, ("---",) * len(_HEAD), *(one.cells for one in tallies(most, sampled, said))):
        click.echo(f"| {' | '.join(cells)} |")
    for rule, count in list(counted.items())[top:]:
        click.echo(f"not read: {rule} {count}")
    for one in sampled:
        if not said.get(one.key, ("",))[0]:
            click.echo("\n" + "\n".join(_shown(one)))
    if write and verdicts:
        write_verdicts(verdicts, said, sampled)


def _shown(one: Found) -> Iterator[str]:
    """A finding to read: its place, what is said, and the words around it with the quoted ones marked."""
    yield f"{one.rule} {one.paper}:{one.line}:{one.column}"
    yield f"  {one.message}"
    at = one.column - 1
    begin = max(0, at - _AROUND)
    yield f"  … {one.around[begin:at]}»{one.around[at : at + _AROUND]} …"


if __name__ == "__main__":
    main()
