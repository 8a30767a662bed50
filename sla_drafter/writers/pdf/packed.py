"""The objects of a file, packed: small ones together, each stream ended as PDF/A wants it (ISO 32000, 7.5.7).

The PDF library spells its objects one by one. A tagged paper has many hundreds, most of them a line long, so here they
are deflated a hundred at a time.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from attrs import field
from reportlab.pdfbase.pdfdoc import format as spelled

from sla_drafter.values import define
from sla_drafter.writers.pdf.spelled import Spelled

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 100
_BEGIN, _END = b"\nstream\n", b"endstream\n"  # as the library spells a stream
_IN_THE_FILE, _IN_A_STREAM = 1, 2
_ROW = struct.Struct(">BIH")  # kind of entry, offset or stream, generation or place in the stream


def packed(document: Any) -> bytes:
    """The bytes of the file that holds every object of the PDF library's document."""
    document.encrypt.prepare(document)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    file = _File()
    small: list[tuple[int, bytes]] = []
    for number, words in _objects(document):
        if words.endswith(_END):
            head, _, data = words.partition(_BEGIN)
            file.add(number, head, data[: -len(_END)])
        else:
            small.append((number, words))
    count = len(document.numberToId)
    for start in range(0, len(small), _TOGETHER):
        count += 1
        file.together(count, small[start : start + _TOGETHER])
    trailer = f"/Root {_number(document, root)} 0 R /Info {_number(document, info)} 0 R"
    return file.finished(count + 1, trailer)


def _objects(document: Any) -> Iterator[tuple[int, bytes]]:
    """Every object with its number, as the library spells it; spelling one may add others at the end."""
    number = 1
    while number in document.numberToId:
        found = document.idToObject[document.numberToId[number]]
        yield number, found.format(document) if isinstance(found, Spelled) else spelled(found, document, toplevel=1)
        number += 1


def _number(document: Any, reference: Any) -> int:
    return int(document.idToObjectNumberAndVersion[reference.name][0])


@define
class _File:
    """A file that is being written: its bytes, and where each object stands."""

    data: bytearray = field(factory=lambda: bytearray(_HEADER))
    places: dict[int, tuple[int, int, int]] = field(factory=dict)

    def together(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        """Small objects in one stream."""
        head, body = [], []
        at = 0
        for place, (one, words) in enumerate(objects):
            head.append(f"{one} {at}")
            body.append(words.strip())
            at += len(body[-1]) + 1
            self.places[one] = (_IN_A_STREAM, number, place)
        first = " ".join(head).encode() + b"\n"
        data = zlib.compress(first + b"\n".join(body))
        parts = f"/Type /ObjStm /N {len(objects)} /First {len(first)} /Filter /FlateDecode /Length {len(data)}"
        self.add(number, f"<<{parts}>>".encode(), data)

    def add(self, number: int, dictionary: bytes, data: bytes) -> None:
        """A stream: its dictionary and its bytes."""
        self.places[number] = (_IN_THE_FILE, len(self.data), 0)
        self.data += b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, dictionary, data)

    def finished(self, number: int, trailer: str) -> bytes:
        """The whole file with the table of its objects, named by what is in it."""
        start = len(self.data)
        self.places[number] = (_IN_THE_FILE, start, 0)
        rows = [(0, 0, 65535), *(self.places[one] for one in range(1, number + 1))]
        data = zlib.compress(b"".join(_ROW.pack(*row) for row in rows))
        name = hashlib.sha256(self.data).hexdigest()[:32]
        parts = f"/Type /XRef /Size {number + 1} /W [1 4 2] {trailer} /ID [<{name}> <{name}>]"
        dictionary = f"<<{parts} /Filter /FlateDecode /Length {len(data)}>>"
        self.add(number, dictionary.encode(), data)
        self.data += f"startxref\n{start}\n%%EOF\n".encode()
        return bytes(self.data)
