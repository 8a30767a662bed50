from __future__ import annotations

import pytest

from sla_drafter.readers.style_rules import telling_rules


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("#relief{display:none}", [("#relief display", "none")]),
        ("p { font-weight: 700; border-top: 1px solid; break-after: avoid }", []),
        ("p { border-image: url(data:x) 30 }", [("p border-image", "url(data:x) 30")]),
        ('p::after { content: "} a { b: c; /* no */"; }', [("p::after content", '"} a { b: c; /* no */"')]),
        ("/* p { color: red } */ @media print { .a { top: 0 } .b { left: 0 } }", [
            ("@media print .a top", "0"), ("@media print .b left", "0"),
        ]),
        ("@page { margin: 1pt; @bottom-left { content: none } }", [
            ("@page margin", "1pt"), ("@page @bottom-left content", "none"),
        ]),
        ('@import "x.css";', [('@import "x.css"', "")]),
        ("p { color: red", [("p color", "red")]),
        ("p { color: red /* ", [("p color", "red")]),
        ("} } p { color: red }", [("p color", "red")]),
        (r"p\{ { COLOR : red }", [(r"p\{ COLOR", "red")]),
        ('p { font-weight: "\n} #relief { display: none } p { color: "', [
            ("p font-weight", '"'), ("#relief display", "none"), ("p color", '"'),
        ]),
        ("p { font-weight: ( }", [("p font-weight", "(")]),
        ("td { border: 1px solid var(--rule) }", []),
        ('p { content: "', [('p content', '"')]),
    ],
)  # fmt: skip
def test_what_can_hide_or_add_words_is_told_with_the_blocks_around_it(sheet: str, told: list[tuple[str, str]]) -> None:
    assert list(telling_rules(sheet)) == told


def test_a_long_sheet_of_signs_that_end_nothing_is_read_in_linear_time() -> None:
    assert len(list(telling_rules("'" * 50_001 + "\n" + "{" * 50_000 + "a:b;" * 9))) == 9
    assert list(telling_rules("/* " * 50_000 + "a:b;" * 9)) == []
