"""The looks of a house on a page: they stand in the style sheet, so the words of the page are those of every house."""

from __future__ import annotations

import attrs
import pytest

from sla_drafter.document.house import CoverLook, Design, Letterhead, SectionLook, TableLook
from sla_drafter.document.printed import passages
from sla_drafter.readers.house import house_names, load_house
from sla_drafter.readers.html import read_passages
from sla_drafter.review.verify import squeezed
from sla_drafter.writers.html import write
from tests.promises.starters import draft_of
from tests.writers.sample import SAMPLE

FIRM = "Aldgate Data Services Ltd"


@pytest.mark.parametrize("name", house_names())
def test_every_house_says_the_same_words(name: str) -> None:
    house = load_house(name)
    document = attrs.evolve(SAMPLE, numbering=house.numbering)
    read = squeezed(" ".join(one.words for one in read_passages(write(document, house, None))))
    assert read == squeezed(" ".join(one.words for one in passages(document)))


def test_the_letterhead_has_its_name_and_its_logo_in_the_style_sheet() -> None:
    page = write(SAMPLE, load_house("letterhead"), None).decode()
    assert f'--letterhead: "{FIRM}' in page
    assert "--logo: url(data:image/png;base64," in page
    assert "@page :first { @top-right { content: none; } }" in page


def test_on_a_dark_screen_a_logo_stands_on_a_light_letterhead() -> None:
    page = write(SAMPLE, load_house("letterhead"), None).decode()
    dark = page.index("border: 1rem solid #fff")
    assert page.rindex("prefers-color-scheme: dark", 0, dark) > page.index("--letterhead:")
    assert "border: 1rem solid #fff" not in write(SAMPLE, load_house(), None).decode()


def test_a_table_that_a_phone_cannot_show_has_a_sign_that_it_goes_on() -> None:
    page = write(draft_of("managed_database", "en").document, load_house(), None).decode()
    assert '@media screen and (max-width: 31rem) { .scroll:has(> .c4)::after { content: ""; } }' in page
    assert ".scroll:has(> .c2)" not in page


def test_words_of_a_letterhead_cannot_leave_the_style_sheet() -> None:
    head = Letterhead('"; } </style><script>alert(1)</script>')
    page = write(SAMPLE, attrs.evolve(load_house("letterhead"), letterhead=head), None).decode()
    assert "<script>" not in page
    assert page.count("</style>") == 1


def test_the_plain_house_has_no_sheet_of_its_own() -> None:
    assert "--panel" not in write(SAMPLE, load_house("plain"), None).decode()


@pytest.mark.parametrize("cover", CoverLook)
@pytest.mark.parametrize("sections", SectionLook)
@pytest.mark.parametrize("tables", TableLook)
def test_any_looks_go_together(cover: CoverLook, sections: SectionLook, tables: TableLook) -> None:
    house = attrs.evolve(load_house("letterhead"), design=Design(cover, sections, tables))
    page = write(SAMPLE, house, None).decode()
    assert ("clip-path" in page) == (cover is CoverLook.PANEL)
    assert ("nth-child(even)" in page) == (tables is TableLook.BANDS)
    assert ("text-transform: uppercase" in page) == (sections is SectionLook.CAPITALS or cover is CoverLook.CENTRED)
