from __future__ import annotations

import json
import typing
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from sla_drafter.document import nodes
from sla_drafter.document.nodes import Document
from sla_drafter.document.plain import KINDS, from_plain, to_plain
from tests.writers.papers import papers
from tests.writers.sample import EVERY_SAMPLE, SAMPLE


def test_every_kind_of_node_has_a_name() -> None:
    classes = {
        kind
        for kind in vars(nodes).values()
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__.startswith("sla_drafter.document.")
    }
    assert set(KINDS.values()) == classes
    assert {*typing.get_args(nodes.Inline), *typing.get_args(nodes.Block)} < classes


@pytest.mark.parametrize("document", EVERY_SAMPLE.values(), ids=list(EVERY_SAMPLE))
def test_a_paper_comes_back_from_plain_data_with_every_field(document: Document) -> None:
    plain = json.loads(json.dumps(to_plain(document)))
    assert from_plain(plain) == document
    # Field and form take no part in equality, so the data are compared as well.
    assert to_plain(from_plain(plain)) == plain


@settings(max_examples=60)
@given(papers)
def test_any_paper_comes_back_from_plain_data(document: Document) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(document)))) == document


def paragraph(*children: object) -> dict[str, Any]:
    story = {"node": "story", "kind": "body", "blocks": [{"node": "paragraph", "children": list(children)}]}
    return {**to_plain(SAMPLE), "stories": [story]}


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        (None, "the paper: the outermost node is a NoneType"),
        ({"node": "text", "words": "a"}, "the outermost node is a text; it has to be a document"),
        ({"node": "script"}, "the paper: node is 'script'; there are text, value"),
        ({}, "node is None"),
        ({"node": ["text"]}, r"node is \['text'\]"),
        (
            paragraph({"node": "text", "words": 5}),
            r"blocks\[1\].paragraph.children\[1\].text.words: int",
        ),
        (paragraph({"node": "text"}), "the field 'words' is missing"),
        (paragraph({"node": "text", "words": "a", "fonts": "b"}), "there is no field 'fonts'; there are words"),
        (paragraph({"node": "break", "words": "a"}), "there is no field 'words'; there are none"),
        (paragraph({"node": "paragraph", "children": []}), "paragraph.children: tuple does not fit here"),
        (paragraph("words"), "paragraph.children: tuple does not fit here"),
        (paragraph({"node": "inserted", "author": "a", "on": "2027-01-05", "children": []}), "has no time zone"),
        (
            paragraph({"node": "inserted", "author": "a", "on": "soon", "children": []}),
            "inserted.on: Invalid",
        ),
        (paragraph({"node": "image", "data": "*", "media_type": "image/png"}), "image.data: not base64"),
    ],
)
def test_what_is_no_paper_is_refused_with_its_place(plain: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_plain(plain)
