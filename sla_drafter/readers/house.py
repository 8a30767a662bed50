"""Reads a house style: `style.yaml` and the Word template beside it, every mistake said at once with its line.

Every scalar is read as text and then typed, so that `0000FF` stays a colour and `010` stays what was typed. A house is
named (`plain`, one that comes with the package) or given as the path of a folder.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Any

import yaml
from attrs import evolve, frozen

from sla_drafter.document.house import Colours, House, Paper, Sizes, Typeface
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Place, Severity, worst_first

STYLE = "style.yaml"
FORMAT = "1"
LARGEST = 64 * 1024
_DEEPEST = 8
_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,3})?) ?(mm|cm|pt)")
_FACTOR = re.compile(r"\d(?:\.\d{1,3})?")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_WORDS = re.compile(r"[^\x00-\x1f{}<>;\\]{1,120}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_MODULE = re.compile(r"[a-z_][a-z0-9_]{0,99}")
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
_version = _Kind(re.compile(FORMAT), f"the format version {FORMAT}")

_Shape = Mapping[str, "_Kind | _Shape"]
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
    "colours": dict.fromkeys(("text", "heading", "rule", "shade", "link", "banner"), _colour),
}


def load_house(name: str | Path = "plain") -> House:
    """The house of that name, or the one in that folder. Raises `Unreadable` with every mistake."""
    folder = _folder(name)
    style = folder / STYLE
    file = PurePath(str(style))
    if not style.is_file():
        _refuse(file, [_finding("missing_file", f"there is no {STYLE} in {folder}", None)])
    facts = _read(style.read_bytes(), file)
    template = folder / facts["template"]
    if not template.is_file():
        _refuse(file, [_finding("missing_file", f"there is no {facts['template']} in {folder}", None, "template")])
    data = template.read_bytes()
    _vet(data)
    return House(
        name=PurePath(str(folder)).name,
        typeface=Typeface(**facts["typeface"]),
        paper=Paper(**facts["paper"]),
        sizes=Sizes(**facts["sizes"]),
        colours=Colours(**facts["colours"]),
        template=data,
    )


@lru_cache(maxsize=8)
def _vet(template: bytes) -> None:
    """A template that brings programs, embedded objects or fields that read other files is refused."""
    from sla_drafter.readers.docx.package import open_package, refuse_active_content

    refuse_active_content(open_package(template))


def house_names() -> tuple[str, ...]:
    """The houses that come with the package, by name."""
    return tuple(sorted(entry.name for entry in _shipped().iterdir() if _NAME.fullmatch(entry.name)))


def _shipped() -> Traversable:
    return resources.files("sla_drafter.templates") / "house"


def _folder(name: str | Path) -> Traversable | Path:
    if isinstance(name, str) and name in house_names():
        return _shipped() / name
    folder = Path(name)
    if folder.is_dir():
        return folder
    known = ", ".join(house_names())
    message = f"There is no such house. Houses are: {known}; or the path of a folder with {STYLE}."
    raise Unreadable(f"The house {name} cannot be read.", [_finding("no_such_house", message, None)])


def _read(data: bytes, file: PurePath) -> dict[str, Any]:
    if len(data) > LARGEST:
        _refuse(file, [_finding("not_yaml", f"the file has {len(data)} bytes; a house needs at most {LARGEST}", None)])
    try:
        text = data.decode("utf-8")
        _refuse(file, list(_unwanted_marks(text)))
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError) as fault:
        mark = getattr(fault, "problem_mark", None)
        reason = getattr(fault, "problem", None) or str(fault)
        _refuse(file, [_finding("not_yaml", f"this is not a YAML file: {reason}", mark)], text="")
    findings: list[Finding] = []
    facts = _mapping(root, _SHAPE, "", findings)
    _refuse(file, findings, text)
    return facts


def _unwanted_marks(text: str) -> Iterator[Finding]:
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
            yield _finding(
                "not_yaml", "anchors, aliases and tags have no place here; write the value", token.start_mark
            )
        opens = isinstance(
            token, yaml.BlockMappingStartToken | yaml.FlowMappingStartToken | yaml.FlowSequenceStartToken
        )
        depth += opens
        if opens and depth > _DEEPEST:
            yield _finding("not_yaml", "this is nested deeper than a house needs", token.start_mark)
            return


def _mapping(node: yaml.Node | None, shape: _Shape, path: str, findings: list[Finding]) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        message = f"{path or 'the file'} holds {', '.join(shape)}; found {_shown(node)}"
        findings.append(_finding("wrong_value", message, node.start_mark if node else None, path))
        return {}
    found: dict[str, Any] = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        where = f"{path}.{key}".strip(".")
        if key not in shape:
            near = difflib.get_close_matches(key, shape, 1)
            message = f"{where} is not known here; known are {', '.join(shape)}"
            findings.append(_finding("unknown_key", message, key_node.start_mark, where, near[0] if near else ""))
        elif key in found:
            findings.append(_finding("duplicate_key", f"{where} is given twice", key_node.start_mark, where))
        else:
            found[key] = _typed(value, shape[key], where, findings)
    for key in shape.keys() - found.keys():
        where = f"{path}.{key}".strip(".")
        findings.append(_finding("missing_key", f"{where} is missing", node.start_mark, where))
    return found


def _typed(node: yaml.Node, kind: _Kind | _Shape, path: str, findings: list[Finding]) -> object:
    if not isinstance(kind, _Kind):
        return _mapping(node, kind, path, findings)
    if isinstance(node, yaml.ScalarNode) and kind.pattern.fullmatch(node.value):
        return kind.typed(node.value)
    message = f"{path} is {kind.right}; found {_shown(node)}"
    findings.append(_finding("wrong_value", message, node.start_mark, path))
    return None


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


_RULES = ("unknown_key", "missing_key", "duplicate_key", "wrong_value", "no_such_house", "missing_file", "not_yaml")


def _finding(name: str, message: str, mark: yaml.Mark | None, path: str = "", right: str = "") -> Finding:
    place = Place(PurePath(STYLE), mark.line + 1, mark.column + 1, "") if mark else None
    return Finding(
        rule=f"HOU-{_RULES.index(name) + 1:02}",
        name=name,
        severity=Severity.ERROR,
        message=message,
        field=path,
        places=(place,) if place else (),
        mend=Mend(right) if right else None,
    )


def _refuse(file: PurePath, findings: Sequence[Finding], text: str = "") -> None:
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
