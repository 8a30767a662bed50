"""Opens the clauses that their author wants judged: those of the house, or those of a folder laid over all packs."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path

from sla_drafter import plugins
from sla_drafter.errors import ClauseFault
from sla_drafter.findings import Finding
from sla_drafter.model.example import Example
from sla_drafter.model.library import Library
from sla_drafter.readers.clauses.examples import examples_in
from sla_drafter.readers.clauses.library import clause_ids, library_of
from sla_drafter.values import frozen


@frozen(eq=False)
class OpenedClauses:
    """The whole library, the ids of the clauses that are the author's own, their examples, and their folder."""

    library: Library
    own: tuple[str, ...]
    examples: tuple[Example, ...]
    folder: Traversable
    prefix: str


def clauses_to_judge(folder: Path | None = None) -> OpenedClauses:
    """The clauses of a folder (a pack, or sections of clauses alone) with everything that is installed.

    A pack that is installed too, under the same name, is judged as it stands in the folder.
    Without a folder, those of the house. Raises `ClauseFault` for files that cannot be read, all of them at once.
    """
    pack = _pack(folder) if folder else plugins.packs()[0]
    installed = [one for one in plugins.packs() if one.is_house or one.name != pack.name]
    library = library_of((*installed, pack) if folder else plugins.packs())
    home = pack.part("clauses") or pack.folder
    mistakes: list[Finding] = []
    own = clause_ids(pack)
    among = Library({one: library.clauses[one] for one in own}, library.terms, library.outlines)
    examples = tuple(examples_in(home, among, library, mistakes))
    if mistakes:
        raise ClauseFault(f"the examples have {len(mistakes)} mistakes", mistakes)
    return OpenedClauses(library, own, examples, home, "" if pack.is_house else f"{pack.name}/")


def _pack(folder: Path) -> plugins.Pack:
    if (folder / plugins.MANIFEST).is_file():
        return plugins.opened(folder, folder.name)
    return plugins.Pack(folder.name, folder, {"clauses": "."}, {}, {})
