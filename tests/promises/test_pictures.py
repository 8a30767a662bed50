from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.conftest import GOLDEN
from tests.promises.pictures import TOLERANCE, accept, compared, drawn, opened, packed, share_of_difference
from tests.promises.starters import draft_of

PICTURED = ("managed_database", "it_support_desk")
LARGEST = 1_500_000


@pytest.mark.parametrize("starter", PICTURED)
def test_the_pages_of_a_starter_look_as_they_were_accepted(
    starter: str, tmp_path: Path, outside_tool: Callable[[str], Path], request: pytest.FixtureRequest
) -> None:
    pages = drawn(draft_of(starter, "en").pdf, tmp_path, outside_tool("pdftoppm"))
    accepted = GOLDEN / "pages" / starter
    if request.config.getoption("--accept"):
        accept(pages, accepted)
    wrong = list(compared(pages, accepted, tmp_path))
    assert not wrong, "; ".join((*wrong, "if the new looks are right, run the test with --accept"))


def test_the_accepted_pictures_are_small() -> None:
    sizes = [file.stat().st_size for file in (GOLDEN / "pages").rglob("*.png")]
    assert len(sizes) > 10
    assert sum(sizes) < LARGEST


def page(*lines: int) -> Image.Image:
    """A page with bars of words at these heights."""
    picture = Image.new("L", (330, 467), 255)
    for top in lines:
        ImageDraw.Draw(picture).rectangle((40, top, 290, top + 3), fill=32)
    return picture


def test_a_line_that_moves_is_seen_and_the_picture_of_the_difference_is_named(tmp_path: Path) -> None:
    accept([page(50, 60), page(50)], tmp_path / "paper")
    assert list(compared([page(50, 60), page(50)], tmp_path / "paper", tmp_path)) == []
    (wrong,) = compared([page(50, 60), page(55)], tmp_path / "paper", tmp_path)
    shown = tmp_path / "paper-02.png"
    assert wrong.startswith("02.png of paper differs in ")
    assert wrong.endswith(f"look at {shown}")
    assert len(opened(shown).convert("RGB").getcolors() or ()) >= 3


def test_a_page_more_or_less_is_seen(tmp_path: Path) -> None:
    accept([page(50), page(60)], tmp_path / "paper")
    assert "has 2 pages, drawn were 1" in next(compared([page(50)], tmp_path / "paper", tmp_path))
    accept([page(50)], tmp_path / "paper")
    assert [file.name for file in (tmp_path / "paper").iterdir()] == ["01.png"]


def test_a_shade_that_another_version_draws_is_no_difference() -> None:
    one = page(50, 60)
    assert share_of_difference(one, one.point(lambda shade: min(255, shade + 40))) == 0
    assert share_of_difference(one, page(50, 61)) > TOLERANCE
    assert share_of_difference(one, one.resize((331, 467))) == 1


def test_an_accepted_page_keeps_its_shades(tmp_path: Path) -> None:
    file = tmp_path / "page.png"
    file.write_bytes(packed(page(50, 60)))
    kept = opened(file)
    assert kept.mode == "P"
    assert share_of_difference(kept, page(50, 60)) == 0
