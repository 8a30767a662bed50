from __future__ import annotations

import io
import struct
import zipfile

import pytest

from sla_drafter.errors import Unreadable
from sla_drafter.readers.docx import read_passages, read_source
from sla_drafter.readers.docx.package import open_package
from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.sample import SAMPLE, SOURCE

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = f'<w:document xmlns:w="{WORD}"><w:body>%s</w:body></w:document>'


def packed(**parts: str | bytes) -> bytes:
    """A zip file with a text of one paragraph and these parts; `__` stands for a slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        found = {"word__document": BODY % "<w:p><w:r><w:t>Words</w:t></w:r></w:p>", **parts}
        for name, data in found.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return held.getvalue()


def with_encrypted_flag(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def with_wrong_size(data: bytes) -> bytes:
    """The directory says that the first part is shorter than it is."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", 5) + data[at + 4 :]


def twice() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("word/document.xml", BODY % "")
        with pytest.warns(UserWarning, match="Duplicate name"):
            package.writestr("word/document.xml", BODY % "")
    return held.getvalue()


ENTITY = (
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY % "<w:p><w:r><w:t>a&x;b</w:t></w:r></w:p>"
)
HOSTILE = {
    "no zip file": (b"%PDF-1.7", "cannot be unpacked"),
    "empty": (b"", "cannot be unpacked"),
    "cut off": (packed()[:-30], "cannot be unpacked"),
    "no text": (packed(word__document="<other/>"), "is not the text"),
    "not well-formed": (packed(word__document="<w:document>"), "not well-formed"),
    "document type": (packed(word__document=ENTITY), "declares a document type"),
    "document type in UTF-16": (packed(word__document=ENTITY.encode("utf-16")), "declares a document type"),
    "two parts of one name": (twice(), "more than once"),
    "too many parts": (packed(**{f"p{n}": "" for n in range(2_001)}), "at most 2000"),
    "bomb": (packed(word__document=BODY % ("<w:p/>" * 400_000)), "200 times its size"),
    "too large": (packed(extra=b"\0" * (33 << 20)), "at most 32 MB"),
    "name that leads out": (packed(**{"..__..__evil": "x"}), "leads out of the file"),
    "encrypted": (with_encrypted_flag(packed()), "is encrypted"),
    "lying about its size": (with_wrong_size(packed()), "cannot be unpacked"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_with_the_reason(case: str) -> None:
    data, reason = HOSTILE[case]
    with pytest.raises(Unreadable, match=reason):
        read_passages(data)


def test_a_good_file_is_not_refused() -> None:
    assert read_passages(packed())[0].words == "Words"
    assert open_package(write(SAMPLE, load_house(), SOURCE)).document == "word/document.xml"


def test_a_damaged_source_is_told_and_an_absent_one_is_none() -> None:
    assert read_source(packed()) is None
    data = write(SAMPLE, load_house(), SOURCE)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/custom.xml":
                start = part.index(b"<vt:lpwstr>") + 11
                part = part[:start] + b"AAAA" + part[start + 4 :]
            new.writestr(name, part)
    with pytest.raises(Unreadable, match="damaged"):
        read_source(held.getvalue())
