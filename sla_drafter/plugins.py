"""Packs: folders of clauses, terms, words, outlines, starters and houses, each with a manifest `pack.yaml`.

The house library is read through this door like every other pack. A pack of somebody else is a Python package that
registers itself under the entry point group `sla_drafter.packs`:

```
[project.entry-points."sla_drafter.packs"]
acme = "acme_pack"
```

Two packs that define the same thing are an error that names both; what a pack puts in the place of another's stands in
its manifest under `overrides`. No code of a pack is called; its package is only looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sla_drafter.errors import SlaDrafterError
from sla_drafter.values import frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

T = TypeVar("T")

GROUP = "sla_drafter.packs"
MANIFEST = "pack.yaml"
FORMAT = "1"
HOUSE = ("sla_drafter.clause_library", "sla_drafter.templates")
"""The packages of the house library. They need no entry point, so that an install without metadata still has words."""

PARTS = ("clauses", "terms", "words", "outlines", "starters", "houses")
_KEYS = ("sla_drafter_pack", "name", *PARTS, "kinds", "overrides")


class PackFault(SlaDrafterError):
    """A pack cannot be used: which one, what is wrong, and what would be right."""


@frozen(eq=False)
class Pack:
    """One pack: its name, its folder, where its parts are, the kinds that it adds, and what it overrides by part.

    `kinds` maps each new kind of agreement to the one that it is like wherever a clause does not say otherwise.
    """

    name: str
    folder: Traversable
    parts: Mapping[str, str]
    kinds: Mapping[str, str]
    overrides: Mapping[str, frozenset[str]]
    is_house: bool = False

    def part(self, name: str) -> Traversable | None:
        """The folder of one part, if the pack has it."""
        path = self.parts.get(name, name)
        folder = self.folder if path == "." else self.folder.joinpath(*path.split("/"))
        return folder if folder.is_dir() and (name in self.parts or name not in self.parts.values()) else None


@cache
def packs() -> tuple[Pack, ...]:
    """The house library, then every installed pack by name."""
    from importlib.metadata import entry_points
    from importlib.resources import files

    house = (opened(files(package), package, is_house=True) for package in HOUSE)
    installed = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return (*house, *(_installed(point.name, point.value) for point in installed))


def _installed(name: str, package: str) -> Pack:
    from importlib.resources import files

    try:
        folder = files(package.partition(":")[0])
    except (ImportError, TypeError) as fault:
        raise PackFault(f"The pack {name} is registered and its package {package} cannot be found: {fault}.") from fault
    return opened(folder, name)


def opened(folder: Traversable, name: str, *, is_house: bool = False) -> Pack:
    """The pack in a folder, as its manifest says; `PackFault` says everything that is wrong with the manifest."""
    file = folder / MANIFEST
    if not file.is_file():
        raise PackFault(f"The pack {name} has no {MANIFEST}. It begins with the line  sla_drafter_pack: {FORMAT}")
    tree = _tree(file.read_text(encoding="utf-8"), name)
    wrong = [*_unknown(tree), *_of_wrong_shape(tree)]
    if tree.get("sla_drafter_pack") != FORMAT:
        wrong.append(f"sla_drafter_pack: it is {tree.get('sla_drafter_pack', 'missing')}, this program reads {FORMAT}")
    if wrong:
        raise PackFault(f"The {MANIFEST} of the pack {name} is wrong: {'; '.join(wrong)}.")
    parts = {part: tree[part] for part in PARTS if part in tree}
    overrides = {part: frozenset(ids) for part, ids in tree.get("overrides", {}).items()}
    return Pack(tree.get("name", name), folder, parts, tree.get("kinds", {}), overrides, is_house)


def _tree(text: str, name: str) -> dict[str, Any]:
    import yaml

    try:
        tree = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - it makes text only
    except yaml.YAMLError as fault:
        raise PackFault(f"The {MANIFEST} of the pack {name} is no YAML: {' '.join(str(fault).split())}.") from fault
    return tree if isinstance(tree, dict) else {}


def _unknown(tree: Mapping[str, Any]) -> Iterable[str]:
    return (f"nobody knows the key {key} (the keys are {', '.join(_KEYS)})" for key in tree if key not in _KEYS)


def _of_wrong_shape(tree: Mapping[str, Any]) -> Iterable[str]:
    for key in ("name", *PARTS):
        if not isinstance(tree.get(key, ""), str):
            yield f"{key} is a text"
    kinds, overrides = tree.get("kinds", {}), tree.get("overrides", {})
    if not isinstance(kinds, dict) or not all(isinstance(like, str) for like in kinds.values()):
        yield "kinds is a mapping: {a_new_kind: customer_based}"
    if not isinstance(overrides, dict) or not all(isinstance(ids, list) for ids in overrides.values()):
        yield "overrides is a mapping of lists: {clauses: [meetings]}"
    elif strange := [part for part in overrides if part not in PARTS]:
        yield f"overrides knows no {', '.join(strange)} (its keys are {', '.join(PARTS)})"


def merged(part: str, things: Iterable[tuple[Pack, Mapping[str, T]]]) -> dict[str, T]:
    """The things of all packs by id: each from the pack that defines it, or from the one that overrides it.

    Raises `PackFault` where two packs define the same, where two override the same, and where nothing is overridden.
    """
    gathered = list(things)
    defined: dict[str, tuple[Pack, T]] = {}
    overriding: dict[str, tuple[Pack, T]] = {}
    for pack, found in gathered:
        for one, thing in found.items():
            among = overriding if one in pack.overrides.get(part, ()) else defined
            if one in among:
                raise PackFault(_twice(part, one, among[one][0], pack, overrides=among is overriding))
            among[one] = (pack, thing)
    for one, (pack, _) in overriding.items():
        if one not in defined:
            raise PackFault(f"The pack {pack.name} overrides {one} under {part}, and no other pack has it.")
    return {one: thing for one, (_, thing) in {**defined, **overriding}.items()}


def _twice(part: str, one: str, first: Pack, second: Pack, *, overrides: bool) -> str:
    does = "override" if overrides else "define"
    means = f" If one is meant to replace the other, its {MANIFEST} says overrides: {{{part}: [{one}]}}."
    mend = "" if overrides else means
    return f"The packs {first.name} and {second.name} both {does} {one} under {part}.{mend}"


def kinds_of(several: Iterable[Pack]) -> Mapping[str, str]:
    """The kinds of agreement that packs add, each with the kind that it is like."""
    return merged("kinds", ((pack, pack.kinds) for pack in several))


def kinds() -> Mapping[str, str]:
    """The kinds of agreement that the installed packs add."""
    return kinds_of(packs())
