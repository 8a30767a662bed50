"""A picture of a house, judged before anybody prints it: its true type, and not more pixels than paper can show."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from sla_drafter.document.kinds import Image
from sla_drafter.errors import Unreadable
from sla_drafter.findings import Finding, Mend, Severity

MOST_PIXELS = 25_000_000
LARGEST = 4 << 20
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture(data: bytes, name: str) -> Image:
    """The picture in these bytes. Raises `Unreadable` when it is no PNG or JPEG, or has too many pixels."""
    faults = list(picture_faults(data, name))
    if faults:
        mend = Mend("Save it as a PNG or JPEG of at most 2,000 pixels each way.")
        found = [Finding("HOU-09", "unknown_picture", Severity.ERROR, fault, mend=mend) for fault in faults]
        raise Unreadable("A picture of the house cannot be used.", found)
    return Image(data, "image/png" if data.startswith(_PNG) else "image/jpeg")


def picture_faults(data: bytes, name: str) -> Iterator[str]:
    """What speaks against printing a picture; its type is told from its bytes, whatever its name ends in."""
    size = _size_of(data)
    if size is None:
        yield f"the picture {name} is no PNG and no JPEG"
    elif size[0] * size[1] > MOST_PIXELS or not all(size):
        yield f"the picture {name} has {size[0]:,} by {size[1]:,} pixels; at most {MOST_PIXELS:,} are printed"
    if len(data) > LARGEST:
        yield f"the picture {name} has {len(data) >> 20} MB; at most {LARGEST >> 20} MB are printed"


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Pixels across and down as the head of the file says, None for what is neither PNG nor JPEG."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) > 24:
        across, down = struct.unpack(">II", data[16:24])
        return across, down
    return _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if kind in _FRAMES:
            down, across = struct.unpack(">HH", data[at + 5 : at + 9])
            return across, down
        at += 2 + length
    return None
