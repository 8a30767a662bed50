"""Which files of a folder are linted, and why the others that could have been are left.

Word and PDF files are linted wherever they stand. A YAML file is linted when it claims to be an agreement, even where
it cannot be read as one; a Markdown or HTML file when its words are those of an agreement.
"""

from __future__ import annotations

import enum
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from attrs import field

from sla_drafter.language.contracts import LANGUAGES, contract_words
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.endings import AGREEMENTS, ALWAYS, TEXTS, TYPED
from sla_drafter.values import frozen

_NOTE = ".txt"
_OF_OTHERS = {"node_modules", "site-packages", "__pycache__"}
_READ = 1_000_000
"""How many bytes of a file tell what it is."""
_HEAD, _TITLE = 20_000, 200
"""In how many signs of a file, and of what a reader sees of them, it says what it is."""

_FORMAT = compiled(
    rb"""^(?:sla[-_ ]?drafter\b|[ \t]*["']?sla[-_ ]?drafter["']?[ \t]*:[ \t]*["']?\d)""", re.MULTILINE | re.IGNORECASE
)
_FIRST = compiled(rb"\A(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*sla_drafter\b")
_PART = compiled(rb"^[ \t]*(?:kind|parties|services|metrics|extends)\b[ \t]*:", re.MULTILINE)
_PARTIES = compiled(rb"^parties:", re.MULTILINE)
_BESIDE_PARTIES = compiled(rb"^(kind|law|services|metrics|credits):", re.MULTILINE)
_FEWEST_BESIDE = 2
_MARKS = compiled(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+")
"""Marks of an encoding."""
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""Papers of other programs, which a file holds under a name of ours."""
_SOURCE = b"sla-drafter-source"
_CODE = compiled(r"^ {0,3}(?:```|~~~)|<pre\b", re.MULTILINE | re.IGNORECASE)
_PROGRAM = compiled(r"<(/?)(?:style|script)\b", re.IGNORECASE)
_UNSEEN = compiled(r"<[^<>]*>|[*_\\]+|^#+ ", re.MULTILINE)
_ABOUT = compiled(r"(?:readme|changelog|changes|licen[cs]e|contributing|code_of_conduct|security|notice|authors)\b.*")


class Left(enum.Enum):
    """Why a file of a folder is not linted."""

    NO_AGREEMENT = "a YAML file that is no agreement"
    NO_DUTY = "a Markdown or HTML file that does not read as an agreement"
    OURS = "a page drafted from an agreement file, or a sheet about it"
    CLAUSE = "a text of a clause library"
    TYPED = "a paper of another program"


@frozen
class Inside:
    """The files of folders that are linted, by name, and those that are left, each with the reason."""

    files: tuple[Path, ...] = ()
    left: Mapping[Path, Left] = field(factory=dict)


def in_folder(folder: Path) -> Inside:
    """What stands in a folder and below it; what stands in hidden folders belongs to somebody else."""
    files: list[Path] = []
    left: dict[Path, Left] = {}
    empty = []
    for path in sorted(_visible(folder)):
        reason = _reason(path)
        if reason is None:
            files.append(path)
        elif isinstance(reason, Left):
            left[path] = reason
            if reason is Left.NO_AGREEMENT and not (_begin(path) or b"").strip():
                empty.append(path)
    homes = {file.parent for file in files if file.suffix.lower() in AGREEMENTS}
    lost = {path for path in empty if path.parent in homes}  # beside agreements it was one
    return Inside(tuple(sorted((*files, *lost))), {path: why for path, why in left.items() if path not in lost})


def claims(data: bytes) -> bool:
    """Whether a file says that it is an agreement, whatever is wrong with it: encoding, line ends, its first line."""
    plain = _MARKS.sub(b"", data).replace(b"\0", b"").replace(b"\r", b"\n")
    if _FORMAT.search(plain):
        return bool(_PART.search(plain))
    return bool(_PARTIES.search(plain)) and len(set(_BESIDE_PARTIES.findall(plain))) >= _FEWEST_BESIDE


def _visible(folder: Path) -> Iterator[Path]:
    for home, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _OF_OTHERS]
        paths = (Path(home, name) for name in names if not name.startswith((".", "~$")))
        yield from (path for path in paths if path.is_file())


def _reason(path: Path) -> Left | bool | None:
    """Why a file is left; None for one that is linted, and False for one that could be no agreement."""
    ending = path.suffix.lower()
    if path.stem.endswith(".sign-off") and ending in (*ALWAYS, *TEXTS):
        return Left.OURS
    if ending in ALWAYS:
        return None
    if ending in AGREEMENTS:
        data = _begin(path)
        return None if data is None or data.startswith(_NO_TEXT) or claims(data) else Left.NO_AGREEMENT
    if ending in TEXTS:
        return _reason_of_text(path)
    if ending == _NOTE:
        return None if _FIRST.match(data := _begin(path) or b"") and claims(data) else False
    return Left.TYPED if ending in TYPED else False


def _reason_of_text(path: Path) -> Left | None:
    data = _begin(path)
    if data is None or data.startswith(_NO_TEXT):
        return None
    if _SOURCE in data:
        return Left.OURS
    if any((path.parent / name).is_file() for name in ("clause.yaml", "term.yaml")):
        return Left.CLAUSE
    text = data.replace(b"\0", b"").decode("utf-8", errors="replace")
    if _ABOUT.fullmatch(path.stem.lower()) or _CODE.search(text):
        return Left.NO_DUTY
    return None if _reads_as_agreement(text) else Left.NO_DUTY


def _reads_as_agreement(text: str) -> bool:
    """Whether a text says in its title that it is an agreement on services, or anywhere what a party must do."""
    title = _seen(text[:_HEAD]).strip()[:_TITLE]
    return bool(_any_of("papers").search(title) or _any_of("duties").search(_seen(text)))


def _seen(text: str) -> str:
    """What a reader sees of a text, near enough: no tags, marks, styles and programs."""
    shown, *parts = _PROGRAM.split(text)
    shown += " ".join(part.partition(">")[2] for closing, part in zip(parts[::2], parts[1::2], strict=True) if closing)
    return _UNSEEN.sub(" ", shown)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """A pattern of the words of a contract, in any language."""
    return compiled("|".join(f"(?:{getattr(contract_words(one), name)})" for one in LANGUAGES), re.IGNORECASE)


def _begin(path: Path) -> bytes | None:
    """How a file begins; None for one that nobody may read, which is named where it is read."""
    try:
        with path.open("rb") as file:
            return file.read(_READ)
    except OSError:
        return None
