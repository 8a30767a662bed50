# ruff: noqa: E501 - a table reads best with one case a line
"""The invariants find what they are there for: a good file is broken in one place, and one fault is named."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from sla_drafter.readers.house import load_house
from sla_drafter.writers.docx import write
from tests.writers.docx.invariants import faults
from tests.writers.sample import REVIEWED, SAMPLE

BROKEN = {
    "bookmark twice": ("word/document.xml", r'w:name="_Ref_purpose"', 'w:name="_Ref_parties"'),
    "bookmark open": ("word/document.xml", r'<w:bookmarkEnd w:id="3"/>', ""),
    "reference leads nowhere": ("word/document.xml", r"REF _Ref_levels ", "REF _Ref_gone "),
    "a field is open": ("word/document.xml", r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    "no alternative text": ("word/document.xml", r' descr="[^"]*"', ""),
    "a table without a header row": ("word/document.xml", r"<w:tblHeader/>", ""),
    "row of": ("word/document.xml", r"<w:gridCol [^>]*/>", ""),
    "no such list": ("word/styles.xml", r'<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
    "no such style": ("word/document.xml", r'<w:pStyle w:val="Clause"/>', '<w:pStyle w:val="Gone"/>'),
    "looks outside of a style": ("word/document.xml", r'<w:rStyle w:val="Strong"/>', '<w:color w:val="FF0000"/>'),
    "heading with a typed number": ("word/document.xml", r">Overview</w:t></w:r><w:bookmarkEnd", ">1. Overview</w:t></w:r><w:bookmarkEnd"),
    "no such footnote": ("word/document.xml", r'<w:footnoteReference w:id="1"', '<w:footnoteReference w:id="9"'),
    "no such relationship": ("word/document.xml", r'r:embed="\w+"', 'r:embed="gone"'),
    "no title": ("docProps/core.xml", r"<dc:title>[^<]*<", "<dc:title><"),
    "deleted words as words": ("word/document.xml", r"w:delText", "w:t"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_found_out(fault: str) -> None:
    name, pattern, replacement = BROKEN[fault]
    good = write(REVIEWED if "deleted" in fault else SAMPLE, load_house(), None)
    assert not faults(good)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(held, "w") as new:
        for member in old.namelist():
            text = old.read(member)
            if member == name:
                count = 0 if "delText" in pattern else 1
                changed = re.sub(pattern, replacement, text.decode(), count=count).encode()
                assert changed != text
                text = changed
            new.writestr(member, text)
    assert any(found.startswith(fault) for found in faults(held.getvalue()))
