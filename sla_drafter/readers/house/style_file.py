"""Reads `style.yaml`, the looks of a house as data, every mistake said at once with its line.

Every scalar is read as text and then typed, so that `0000FF` stays a colour and `010` stays what was typed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import Any

import yaml
from attrs import evolve

from sla_drafter.document.house import HEAD_FACTS, CoverLook, SectionLook, TableLook
from sla_drafter.document.kinds import ITEM
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity, worst_first
from sla_drafter.language.patterns import compiled
from sla_drafter.values import frozen

STYLE = "style.yaml"
FORMAT = "1"
LARGEST = 64 * 1024
_DEEPEST = 8
_LENGTH = compiled(r"(\d{1,4}(?:\.\d{1,3})?) ?(mm|cm|pt)")
_FACTOR = compiled(r"\d(?:\.\d{1,3})?")
_COLOUR = compiled(r"[0-9A-Fa-f]{6}")
_WORDS = compiled(r"[^\x00-\x1f{}<>;\\]{1,120}")
_HEAD = compiled(rf"(?:[^\x00-\x1f{{}}]|{{(?:{'|'.join(HEAD_FACTS)})}}){{1,200}}")
_MOST_LINES = 8
_FILE = compiled(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_MODULE = compiled(r"[a-z_][a-z0-9_]{0,99}")
_POINTS = {"pt": Decimal(1), "mm": Decimal(72) / Decimal("25.4"), "cm": Decimal(720) / Decimal("25.4")}


@frozen
class _Kind:
    """What a scalar may look like, how it is typed, and how a right one is written."""

    pattern: re.Pattern[str]
    right: str
    typed: Callable[[str], object] = str


def _points(words: str) -> Decimal:
    number, unit = words[:-2].rstrip(), words[-2:]
    return (Decimal(number) * _POINTS[unit]).quantize(Decimal("0.01"))


_length = _Kind(_LENGTH, "a length such as 22 mm or 10.5 pt", _points)
_factor = _Kind(_FACTOR, "a factor such as 1.2", Decimal)
_colour = _Kind(_COLOUR, "six hexadecimal digits such as 24405C", str.upper)
_words = _Kind(_WORDS, "words without braces, angle brackets, semicolons or backslashes")
_file = _Kind(_FILE, "the name of a file in the same folder or package")
_module = _Kind(_MODULE, "the name of an installed font package such as fontpkg_ibm_plex_serif")
_head = _Kind(_HEAD, f"words, in which braces hold one of {', '.join(HEAD_FACTS)}")
_section = _Kind(compiled(r"1\.?"), 'the number of the first section, "1" or "1."')
_item = _Kind(ITEM, 'the first number of such an item: "(a)", "(i)", "A." or "1)"')
_version = _Kind(compiled(FORMAT), f"the format version {FORMAT}")


def _one_of(looks: type[StrEnum]) -> _Kind:
    """One of the looks that every writer knows."""
    return _Kind(compiled("|".join(looks)), f"one of {', '.join(looks)}", looks)


@frozen
class _Several:
    """A list of scalars of one kind, with how many there may be."""

    kind: _Kind
    fewest: int
    most: int


_Shape = Mapping[str, "_Kind | _Several | _Shape"]
_SHAPE: _Shape = {
    "sla_drafter": _version,
    "template": _file,
    "typeface": {
        "word": _words,
        "web": _words,
        "package": _module,
        "faces": dict.fromkeys(("regular", "bold", "italic", "bold_italic"), _file),
    },
    "paper": dict.fromkeys(("width", "height", "top", "right", "bottom", "left"), _length),
    "sizes": {**dict.fromkeys(("text", "small", "section", "part", "title"), _length), "leading": _factor},
    "colours": dict.fromkeys(("text", "heading", "rule", "shade", "link", "banner", "accent"), _colour),
    "design": {"cover": _one_of(CoverLook), "sections": _one_of(SectionLook), "tables": _one_of(TableLook)},
    "numbering": {"section": _section, "items": _Several(_item, 3, 3)},
    "letterhead": {
        "name": _head,
        "lines": _Several(_head, 1, _MOST_LINES),
        "logo": _file,
        "logo_height": _length,
        "logo_words": _words,
    },
    "running_head": _head,
}
_MAY_BE_ABSENT = {
    "colours.accent", "design", "numbering", "numbering.section", "numbering.items", "letterhead", "letterhead.name",
    "letterhead.lines", "letterhead.logo", "letterhead.logo_height", "letterhead.logo_words", "running_head",
}  # fmt: skip


def read_style(data: bytes, file: PurePath) -> dict[str, Any]:
    """The facts of a style file by key, typed. Raises `Unreadable` with every mistake."""
    if len(data) > LARGEST:
        refuse(file, [finding("not_yaml", f"the file has {len(data)} bytes; a house needs at most {LARGEST}", None)])
    try:
        text = data.decode("utf-8")
        refuse(file, list(_unwanted_marks(text)))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError) as fault:
        mark = getattr(fault, "problem_mark", None)
        reason = getattr(fault, "problem", None) or str(fault)
        refuse(file, [finding("not_yaml", f"this is not a YAML file: {reason}", mark)], text="")
    findings: list[Finding] = []
    facts = _mapping(root, _SHAPE, "", findings)
    refuse(file, findings, text)
    return facts


_OPENS = (
    yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken,
)  # fmt: skip
_CLOSES = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def _unwanted_marks(text: str) -> Iterator[Finding]:
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
            message = "anchors, aliases and tags have no place here; write the value"
            yield finding("not_yaml", message, token.start_mark)
        depth += isinstance(token, _OPENS) - isinstance(token, _CLOSES)
        if depth > _DEEPEST:
            yield finding("not_yaml", "this is nested deeper than a house needs", token.start_mark)
            return


def _mapping(node: yaml.Node | None, shape: _Shape, path: str, findings: list[Finding]) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        message = f"{path or 'the file'} holds {', '.join(shape)}; found {_shown(node)}"
        findings.append(finding("wrong_value", message, node.start_mark if node else None, path))
        return {}
    found: dict[str, Any] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        where = f"{path}.{key}".strip(".")
        if key not in shape:
            near = difflib.get_close_matches(key, shape, 1)
            message = f"{where} is not known here; known are {', '.join(shape)}"
            findings.append(finding("unknown_key", message, key_node.start_mark, where, near[0] if near else ""))
        elif key in found:
            findings.append(finding("duplicate_key", f"{where} is given twice", key_node.start_mark, where))
        else:
            found[key] = _typed(value, shape[key], where, findings)
    absent = (f"{path}.{key}".strip(".") for key in shape if key not in found)
    needed = (where for where in absent if where not in _MAY_BE_ABSENT)
    findings.extend(finding("missing_key", f"{where} is missing", node.start_mark, where) for where in needed)
    return found


def _typed(node: yaml.Node, kind: _Kind | _Several | _Shape, path: str, findings: list[Finding]) -> object:
    if isinstance(kind, _Several):
        return _listed(node, kind, path, findings)
    if not isinstance(kind, _Kind):
        return _mapping(node, kind, path, findings)
    if isinstance(node, yaml.ScalarNode) and kind.pattern.fullmatch(node.value):
        return kind.typed(node.value)
    message = f"{path} is {kind.right}; found {_shown(node)}"
    findings.append(finding("wrong_value", message, node.start_mark, path))
    return None


def _listed(node: yaml.Node, several: _Several, path: str, findings: list[Finding]) -> tuple[object, ...]:
    if isinstance(node, yaml.SequenceNode) and several.fewest <= len(node.value) <= several.most:
        places = enumerate(node.value, 1)
        return tuple(_typed(entry, several.kind, f"{path}[{number}]", findings) for number, entry in places)
    count = str(several.most) if several.fewest == several.most else f"{several.fewest} to {several.most}"
    message = f"{path} is a list of {count}, each {several.kind.right}; found {_shown(node)}"
    findings.append(finding("wrong_value", message, node.start_mark, path))
    return ()


def _shown(node: yaml.Node | None) -> str:
    if node is None:
        return "nothing"
    return (
        f'"{node.value}"'
        if isinstance(node, yaml.ScalarNode)
        else "a list"
        if isinstance(node, yaml.SequenceNode)
        else "keys"
    )


RULES = ("unknown_key", "missing_key", "duplicate_key", "wrong_value", "no_such_house", "missing_file", "not_yaml")


def finding(name: str, message: str, mark: yaml.Mark | None, path: str = "", right: str = "") -> Finding:
    """A mistake in a house, by its name in `RULES`."""
    place = Place(PurePath(STYLE), mark.line + 1, mark.column + 1, "") if mark else None
    return Finding(
        rule=f"HOU-{RULES.index(name) + 1:02}",
        name=name,
        severity=Severity.ERROR,
        message=message,
        field=path,
        places=(place,) if place else (),
        mend=Mend(right) if right else None,
    )


def refuse(file: PurePath, findings: Sequence[Finding], text: str = "") -> None:
    """Raises `Unreadable` with the findings, each with its line; nothing when there are none."""
    if not findings:
        return
    lines = text.splitlines()

    def placed(finding: Finding) -> Finding:
        places = tuple(
            evolve(place, file=file, text=lines[place.line - 1] if place.line <= len(lines) else "")
            for place in finding.places
        )
        return evolve(finding, places=places)

    raise Unreadable(f"The house {file} cannot be read.", worst_first(map(placed, findings)))
