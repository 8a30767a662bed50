"""The files of a draft, opened: every byte that is in them once whatever packs it is taken off."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.resources import files

import pikepdf

from sla_drafter.builder import Builder, Draft
from sla_drafter.builder.files import FORMATS, made_bytes

STARTER = (files("sla_drafter.templates") / "starters" / "managed_database.yaml").read_text(encoding="utf-8")


def starter() -> Builder:
    """The agreement that `new customer_based` writes."""
    return Builder.from_text(STARTER)


def made(draft: Draft) -> dict[str, bytes]:
    """The bytes of a draft in every format."""
    return {ending: made_bytes(draft, ending) for ending in FORMATS}


def unpacked(ending: str, data: bytes) -> bytes:
    """All bytes of a file with its parts and streams unpacked."""
    match ending:
        case "docx":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return b"\n".join(one for name in package.namelist() for one in (name.encode(), package.read(name)))
        case "pdf":
            return b"\n".join((data, *_pdf(data)))
        case _:
            return data


def _pdf(data: bytes) -> Iterator[bytes]:
    """Every object and every stream; a string may be written in UTF-16 or in hexadecimal, so it is spelled too."""
    from sla_drafter.readers.pdf import read_passages

    with pikepdf.open(io.BytesIO(data)) as file:
        for found in file.objects:
            if isinstance(found, pikepdf.Stream):
                yield bytes(found.read_bytes(pikepdf.StreamDecodeLevel.all)) if _is_plain(found) else b""
            yield from _strings(found)
    yield from (passage.words.encode() for passage in read_passages(data))


def _is_plain(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") != pikepdf.Name.Image


def _strings(found: object, depth: int = 0) -> Iterator[bytes]:
    match found:
        case pikepdf.String():
            yield str(found).encode("utf-8", "surrogatepass")
        case pikepdf.Dictionary() | pikepdf.Stream() if depth < 2:
            yield from (one for key in found.keys() for one in _strings(found[key], depth + 1))  # noqa: SIM118
        case pikepdf.Array() if depth < 2:
            yield from (one for each in found for one in _strings(each, depth + 1))
        case _:
            return
