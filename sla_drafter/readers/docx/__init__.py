"""Word, read: the passages with the numbers that Word will compute, the cross-references, the source a file carries."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Iterator, Mapping

from sla_drafter.document.printed import Passage
from sla_drafter.language.patterns import compiled
from sla_drafter.readers.changes import Changes
from sla_drafter.readers.docx.lines import Line, lines
from sla_drafter.readers.docx.package import Package, open_package, refusal
from sla_drafter.values import frozen

__all__ = ["Changes", "CrossReference", "read_numbers", "read_passages", "read_references", "read_source"]

SOURCE = "sla_drafter.source."
LARGEST_SOURCE = 16 << 20
LONG_ID = "sla_drafter.id."
_POINT = "_A_"
_OWN = compiled(r"_(?P<kind>Ref|Res|Story)_(?P<id>H_[0-9a-f]{24}|[a-z](?:[a-z0-9_]|_A_)*?)(?:_N\d+)?")
_NUMBERED = compiled(r"_(?P<kind>Ref|Anc)_(?P<id>[a-z](?:[a-z0-9_]|_A_)*?)(?:_N\d+)?")
_CONTENTS = compiled(r"toc (?:heading|\d)")
_OPEN_POINTS = "open points title"
_NUMBER_SWITCHES = {"\\n": "words", "\\r": "in_full", "\\w": "in_full"}


@frozen
class CrossReference:
    """A cross-reference to a number: the bookmark it leads to, the words the file shows, the number Word will compute.

    `computed` is None when there is no such bookmark or nothing numbered there.
    """

    target: str
    printed: str
    computed: str | None


def read_passages(data: bytes, changes: Changes = Changes.ALL) -> tuple[Passage, ...]:
    """The words of each section, clause, schedule and part as a reader of the file sees them, in reading order.

    `changes` says whether tracked changes are read as shown, as accepted or as rejected.
    """
    package = open_package(data)
    names = long_ids(package)
    found = [(name, " ".join(filter(None, words))) for name, words in _passages(lines(package, changes))]
    return tuple(Passage(_identity(name, names), words) for name, words in found if words.strip())


def long_ids(package: Package) -> Mapping[str, str]:
    """The ids that are too long for the name of a bookmark, by the name that stands for them."""
    return {name.removeprefix(LONG_ID): identity for name, identity in _properties(package, LONG_ID)}


def _identity(name: str, long_ids: Mapping[str, str]) -> str:
    """The id that the name of a bookmark spells; empty when the file no longer tells it."""
    return long_ids.get(name, "") if name.startswith("H_") else name.replace(_POINT, ".")


def begun_by(bookmark: str, long_ids: Mapping[str, str]) -> str | None:
    """The id of the section, clause or part that begins at a bookmark; None where none does."""
    name = _named(bookmark)
    return name if name is None else _identity(name, long_ids)


def _named(bookmark: str) -> str | None:
    own = _OWN.fullmatch(bookmark)
    return None if own is None else "" if own["kind"] == "Story" else own["id"]


def _passages(found: tuple[Line, ...]) -> Iterator[tuple[str, list[str]]]:
    name, words = "", list[str]()
    for line in found:
        begun = _begun(line)
        if begun is not None:
            yield name, words
            name, words = begun, []
        if not (line.contents or _CONTENTS.fullmatch(line.style)):
            words.append(line.printed)
    yield name, words


def _begun(line: Line) -> str | None:
    """The id of the passage that begins with this line; None inside of one."""
    for bookmark in reversed(line.bookmarks):
        name = _named(bookmark)
        if name is not None:
            return name
    return "" if line.style == _OPEN_POINTS else None


def read_numbers(data: bytes) -> Mapping[str, str]:
    """The number that Word computes for each section, clause and item that carries an id, said in full."""
    found: dict[str, str] = {}
    for line in lines(open_package(data)):
        for bookmark in line.bookmarks:
            own = _NUMBERED.fullmatch(bookmark)
            if own and line.label is not None:
                words = line.label.words if own["kind"] == "Ref" else line.label.in_full
                found[own["id"].replace(_POINT, ".")] = words.rstrip(".")
    return found


def read_references(data: bytes) -> tuple[CrossReference, ...]:
    """Every cross-reference to a number, in reading order; printed and computed must be the same."""
    found = lines(open_package(data))
    marked = {name: line for line in found for name in line.bookmarks}
    return tuple(
        reference
        for line in found
        for field in line.references
        if (reference := _reference(field.instruction, field.words, marked)) is not None
    )


def _reference(instruction: str, printed: str, marked: dict[str, Line]) -> CrossReference | None:
    words = instruction.split()
    asked = next((_NUMBER_SWITCHES[word] for word in words[2:] if word in _NUMBER_SWITCHES), None)
    if asked is None:
        return None
    line = marked.get(words[1])
    label = None if line is None else line.label
    computed = None if label is None else (label.words if asked == "words" else label.in_full).rstrip(".")
    return CrossReference(words[1], _plain(printed), None if computed is None else _plain(computed))


def _plain(words: str) -> str:
    """The words with ordinary spaces: one at which no line ends says the same."""
    return " ".join(words.split())


def read_source(data: bytes) -> bytes | None:
    """The source that the file carries, byte for byte; None when it carries none."""
    package = open_package(data)
    packed = "".join(words for _, words in sorted(_properties(package, SOURCE)))
    if not packed:
        return None
    try:
        unpacking = zlib.decompressobj()
        source = unpacking.decompress(base64.b64decode(packed, validate=True), LARGEST_SOURCE)
    except (binascii.Error, zlib.error) as fault:
        raise refusal([f"the source that it carries is damaged ({fault})"]) from fault
    if not unpacking.eof:
        raise refusal(["the source that it carries is cut off or too large"])
    return source


def _properties(package: Package, prefix: str) -> Iterator[tuple[str, str]]:
    part = package.related("", "custom-properties")
    for element in () if part is None else package.parsed(part):
        name = str(element.get("name", ""))
        if name.startswith(prefix):
            yield name, "".join(str(text) for text in element.itertext())
