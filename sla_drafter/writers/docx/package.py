"""The zip file and its bookkeeping: entries with a fixed date, content types, relationships.

Parts that are the same in every document are compressed once for a process and copied from then on.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping

from sla_drafter.values import frozen
from sla_drafter.writers.docx.markup import HEAD, RELATED, attribute

_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_PROPERTIES = f"{_RELATIONSHIPS}/metadata/core-properties"
_OFFICE = "application/vnd.openxmlformats-officedocument"

CONTENT_TYPES: Mapping[str, str] = {
    "officeDocument": f"{_OFFICE}.wordprocessingml.document.main+xml",
    "styles": f"{_OFFICE}.wordprocessingml.styles+xml",
    "numbering": f"{_OFFICE}.wordprocessingml.numbering+xml",
    "settings": f"{_OFFICE}.wordprocessingml.settings+xml",
    "fontTable": f"{_OFFICE}.wordprocessingml.fontTable+xml",
    "theme": f"{_OFFICE}.theme+xml",
    "header": f"{_OFFICE}.wordprocessingml.header+xml",
    "footer": f"{_OFFICE}.wordprocessingml.footer+xml",
    "footnotes": f"{_OFFICE}.wordprocessingml.footnotes+xml",
    "comments": f"{_OFFICE}.wordprocessingml.comments+xml",
    "chart": f"{_OFFICE}.drawingml.chart+xml",
    "extended-properties": f"{_OFFICE}.extended-properties+xml",
    "custom-properties": f"{_OFFICE}.custom-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
"""The kinds of parts that a file of ours may have, by the last word of the type of the relationship that leads there.

Pictures are the only other kind. Nothing that is not in this list leaves the house, whatever a template brought.
"""
PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg"}


@frozen
class Relationship:
    """One arrow from a part: its id, the last word of its type, the target, and whether that is outside the file."""

    id: str
    kind: str
    target: str
    external: bool = False


@frozen
class Entry:
    """One compressed member of the zip file."""

    name: bytes
    crc: int
    size: int
    deflated: bytes


_LEVEL = 4
"""How hard a part is compressed: in two thirds of the time of 6, for a file a fifteenth larger."""


def entry(name: str, data: bytes) -> Entry:
    """The data compressed."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return Entry(name.encode(), zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush())


_DATE = (1 << 5) | 1  # 1 January 1980, the first day that a zip file can name
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")


def zipped(entries: Iterable[Entry]) -> bytes:
    """A zip file of these members, in this order, with the same date for all."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for member in entries:
        sizes = (member.crc, len(member.deflated), member.size, len(member.name), 0)
        local = _LOCAL.pack(0x04034B50, 20, 0, 8, 0, _DATE, *sizes)
        parts += (local, member.name, member.deflated)
        directory += (_CENTRAL.pack(0x02014B50, 20, 20, 0, 8, 0, _DATE, *sizes, 0, 0, 0, 0, at), member.name)
        at += len(local) + len(member.name) + len(member.deflated)
    listed = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*parts, listed, _END.pack(0x06054B50, 0, 0, count, count, len(listed), at, 0)))


def relationships_part(relationships: Iterable[Relationship]) -> bytes:
    """A part of relationships."""
    inside = "".join(
        f'<Relationship Id="{arrow.id}" Type="{type_of(arrow.kind)}" Target="{attribute(arrow.target)}"'
        + (' TargetMode="External"/>' if arrow.external else "/>")
        for arrow in relationships
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{inside}</Relationships>'.encode()


def type_of(kind: str) -> str:
    """The full type of a relationship."""
    return CORE_PROPERTIES if kind == "core-properties" else f"{RELATED}/{kind}"


def content_types_part(kinds: Mapping[str, str]) -> bytes:
    """[Content_Types].xml for parts given as name to kind."""
    pictures = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in PICTURES.items())
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES[kind]}"/>'
        for name, kind in kinds.items()
        if kind in CONTENT_TYPES
    )
    return (
        f'{HEAD}<Types xmlns="{_CONTENT}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{named}</Types>'
    ).encode()
