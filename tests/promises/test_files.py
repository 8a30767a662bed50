from __future__ import annotations

import json
import re
from functools import cache

import pytest

from sla_drafter.builder.files import FORMATS, read_back
from sla_drafter.document.index import values_of
from tests.promises.files import STARTER, made, starter, unpacked

MARK = "PLANTED"
PRIVATE = f"""
private:
  waivers:
    - {{rule: {MARK}-rule, where: {MARK}-where, reason: {MARK}-reason, approver: {MARK}-approver, until: 2027-12-31}}
  left_out: {{meetings: {MARK}-left-out}}
  margin: 37.31731%
  upstream: {{hosting: {{document: {MARK}-upstream, availability: 99.73173%, restore: 47131931 minutes}}}}
  history: {{availability: {{periods: 47192347, met: 47192341}}}}
  notes: [{MARK}-notes]
"""
OPEN = re.compile(r"(?<= )delivery:\n(?: {6}[a-z]{2}: .+\n)+")
HOSTILE = "A&B <Ltd> *x* | {{ 7*7 }}"

pytestmark = pytest.mark.xdist_group("promises_files")


@cache
def planted() -> dict[str, bytes]:
    """Every format of a draft whose private part and open points hold marks."""
    from sla_drafter.builder import Builder

    text = STARTER.replace("  credit_claims: {", "  meetings: {include: no}\n  credit_claims: {")
    assert len(OPEN.findall(text)) == 1
    text = OPEN.sub(f'delivery: "TBC: {MARK}-open-point"\n', text) + PRIVATE
    builder = Builder.from_text(text)
    assert builder.agreement.private is not None
    assert MARK in str(builder.agreement.private)
    assert MARK in str(builder.agreement.open_points)
    return made(builder.build(unfinished=True))


@pytest.mark.parametrize("ending", FORMATS)
def test_nothing_private_is_in_any_byte_of_a_file(ending: str) -> None:
    found = unpacked(ending, planted()[ending])
    for words in (MARK, "37.31731", "99.73173", "47131931", "47192347", "47192341", "2027-12-31", "31 December 2027"):
        assert words.encode() not in found
        assert words.encode("utf-16-be") not in found
        assert words.encode("utf-16-le") not in found


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_public_is_found_by_the_same_search(ending: str) -> None:
    assert b"Corvane Hosting Ltd" in unpacked(ending, planted()[ending])


@cache
def hostile() -> dict[str, bytes]:
    """Every format of a draft in which a name, a duty and a title look like markup."""
    values = {
        "parties.customer.name": HOSTILE,
        "title": f"Agreement of {HOSTILE}",
        "services.database.purpose": f"holds the data of {HOSTILE}",
        "responsibilities.customer[1].duty": f"call {HOSTILE}",
        "roles.operations_director.title": HOSTILE,
    }
    draft = starter().set(values).draft()
    assert {value.field for _, value in values_of(draft.document) if HOSTILE in value.words} >= set(values) - {
        "roles.operations_director.title"
    }
    return made(draft)


@pytest.mark.parametrize("ending", FORMATS)
def test_a_value_that_looks_like_markup_is_read_back_word_for_word(ending: str) -> None:
    words = " ".join(passage.words for passage in read_back(ending, hostile()[ending]))
    for said in (HOSTILE, f"Agreement of {HOSTILE}", f"holds the data of {HOSTILE}", f"call {HOSTILE}"):
        assert said in words
    assert "49" not in words.replace("\u00a0", " ").replace("117 496 0123", "")


def test_the_title_of_every_file_is_the_title_with_its_signs() -> None:
    import io
    import zipfile

    import lxml.html
    import pikepdf
    from lxml import etree

    files = hostile()
    title = f"Agreement of {HOSTILE}"
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        core = etree.fromstring(package.read("docProps/core.xml"))
    assert title in [one.text for one in core.iter() if one.tag.endswith("}title")]
    assert lxml.html.document_fromstring(files["html"]).findtext(".//title") == title
    with pikepdf.open(io.BytesIO(files["pdf"])) as file:
        assert str(file.docinfo["/Title"]) == title
    assert title in json.dumps(json.loads(files["json"]), ensure_ascii=False)
