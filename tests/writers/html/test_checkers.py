"""Four checkers over the page of every starter in every language; each is shown to find what is wrong."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from sla_drafter.builder.files import made_bytes
from sla_drafter.readers.house import house_names
from tests.promises.files import starter
from tests.promises.starters import IDS, PAPERS, draft_of
from tests.writers.conftest import DESK, PHONE, Shown

pytestmark = pytest.mark.xdist_group("chromium")
Tool = Callable[[str], Path]
Checked = Mapping[str, list[str]]
"""What a checker found, by the name of the page."""

TOOLS = Path(__file__).parents[2] / "tools"


@cache
def pages() -> Mapping[str, bytes]:
    found = {name: made_bytes(draft_of(*paper), "html") for name, paper in zip(IDS, PAPERS, strict=True)}
    unfinished = draft_of(*PAPERS[0]).marked_unfinished()
    return {**found, "unfinished": made_bytes(unfinished, "html")}


# One fault for each checker, as somebody could make it in the writer.
BROKEN: Mapping[str, tuple[str, str]] = {
    "vnu": ('<main id="text">', '<main id="contents-title">'),
    "html-validate": ('<th scope="col">', '<th role="cell" scope="colum">'),
    "axe": ("<html lang=", "<html data-lang="),
    "pa11y": ('href="#section.overview"', 'href="#nowhere"'),
}


def broken(checker: str) -> bytes:
    old, new = BROKEN[checker]
    page = pages()[IDS[0]]
    assert old.encode() in page
    return page.replace(old.encode(), new.encode(), 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pages")
    for name, data in pages().items():
        (place / f"{name}.html").write_bytes(data)
    for checker in BROKEN:
        (place / f"broken-{checker}.html").write_bytes(broken(checker))
    return place


def by_page(folder: Path, found: Iterator[tuple[str, str]]) -> Checked:
    named: dict[str, list[str]] = {path.stem: [] for path in folder.iterdir()}
    for page, said in found:
        named[Path(page).stem].append(said)
    return named


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(list(command), capture_output=True, text=True, check=False, timeout=900)


@pytest.fixture(scope="module")
def vnu(folder: Path, node_tool: Tool, outside_tool: Tool) -> Checked:
    jar = node_tool("vnu-jar/build/dist/vnu.jar")
    ran = run(outside_tool("java"), "-jar", jar, "--format", "json", folder)
    messages = json.loads(ran.stderr)["messages"]
    return by_page(folder, ((one["url"], f"{one['lastLine']}: {one['message']}") for one in messages))


@pytest.fixture(scope="module")
def html_validate(
    folder: Path, node_tool: Tool, outside_tool: Tool, tmp_path_factory: pytest.TempPathFactory
) -> Checked:
    """It ends before a pipe has taken all that it says, so it writes to a file."""
    program, rules = node_tool("html-validate/bin/html-validate.mjs"), TOOLS / "html-validate.json"
    report = tmp_path_factory.mktemp("report") / "found.json"
    run(
        outside_tool("node"),
        program,
        "--config",
        rules,
        "--formatter",
        f"json={report}",
        *sorted(folder.glob("*.html")),
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    return by_page(
        folder, ((page["filePath"], f"{one['ruleId']}: {one['message']}") for page in found for one in page["messages"])
    )


@pytest.fixture(scope="module")
def pa11y(folder: Path, node_tool: Tool, outside_tool: Tool) -> Checked:
    files = [path.as_uri() for path in sorted(folder.glob("*.html"))]
    tools = node_tool("pa11y").parent
    ran = run(outside_tool("node"), TOOLS / "pa11y.cjs", tools, outside_tool("chromium"), *files)
    assert ran.returncode == 0, ran.stderr
    found = (
        (page, f"{one['code']} {one['selector']}") for page, all_ in json.loads(ran.stdout).items() for one in all_
    )
    return by_page(folder, found)


@pytest.mark.parametrize("page", [*IDS, "unfinished"])
def test_the_html_checker_of_the_w3c_finds_nothing(page: str, vnu: Checked) -> None:
    assert vnu[page] == []


def test_the_html_checker_of_the_w3c_finds_an_id_that_is_there_twice(vnu: Checked) -> None:
    assert any("Duplicate ID" in said for said in vnu["broken-vnu"])


@pytest.mark.parametrize("page", [*IDS, "unfinished"])
def test_html_validate_finds_nothing(page: str, html_validate: Checked) -> None:
    assert html_validate[page] == []


def test_html_validate_finds_a_head_of_a_column_that_heads_nothing(html_validate: Checked) -> None:
    assert any(said.startswith("attribute-allowed-values") for said in html_validate["broken-html-validate"])


@pytest.mark.parametrize("page", [*IDS, "unfinished"])
def test_pa11y_finds_nothing(page: str, pa11y: Checked) -> None:
    assert pa11y[page] == []


def test_pa11y_finds_a_link_that_leads_nowhere(pa11y: Checked) -> None:
    assert any("G1,G123,G124.NoSuchID" in said for said in pa11y["broken-pa11y"])


def axe(page_shown: Shown, page: bytes, *, dark: bool, size: tuple[int, int]) -> list[str]:
    shown = page_shown({"page.html": page}, "page.html", size, dark=dark)
    shown.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = shown.evaluate("axe.run()")
    assert {one["id"] for one in found["passes"]} > {"color-contrast", "document-title"}
    return [one["id"] for one in found["violations"]]


@pytest.mark.parametrize(("dark", "size"), [(False, DESK), (True, PHONE)], ids=["desk", "phone in the dark"])
@pytest.mark.parametrize("page", [*IDS, "unfinished"])
def test_axe_finds_nothing(page: str, shown: Shown, dark: bool, size: tuple[int, int]) -> None:
    assert axe(shown, pages()[page], dark=dark, size=size) == []


def test_axe_finds_a_page_without_language(shown: Shown) -> None:
    assert axe(shown, broken("axe"), dark=False, size=DESK) == ["html-has-lang"]


@pytest.mark.parametrize("page", [*IDS, "unfinished"])
def test_no_page_is_wider_than_a_phone_and_none_runs_a_script(page: str, shown: Shown) -> None:
    seen = shown({"page.html": pages()[page]}, "page.html", PHONE, scripts=False)
    box = seen.locator("html").bounding_box()
    assert box
    assert box["width"] == PHONE[0]
    assert b"<script" not in pages()[page]


@pytest.mark.parametrize("house", house_names())
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_page_scrolls_to_no_side_in_any_house(house: str, size: tuple[int, int], shown: Shown) -> None:
    page = made_bytes(starter().in_house(house).draft(layout=False), "html")
    seen = shown({"page.html": page}, "page.html", size, scripts=False)
    assert seen.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_keyboard_reaches_the_definition_of_a_term_where_it_is_used(shown: Shown, size: tuple[int, int]) -> None:
    page = shown({"page.html": pages()[IDS[0]]}, "page.html", size, scripts=False)
    term = page.locator("#metric_list a.term").first
    before = page.screenshot()
    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    focused = term.evaluate("one => [getComputedStyle(one, '::after').content, document.documentElement.scrollWidth]")
    assert focused[0].strip('"') == term.get_attribute("title")
    assert focused[1] == size[0]
    assert page.screenshot() != before
