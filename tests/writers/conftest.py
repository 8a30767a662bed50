"""A browser without network that shows pages from a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

PHONE, DESK = (390, 844), (1280, 900)
Shown = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(outside_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Chromium as Debian has it."""
    program = str(outside_tool("chromium"))
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    """Opens one of several pages; whatever the page says to the console or asks the network for fails the test."""
    said: list[str] = []
    contexts = []

    def show(
        pages: Mapping[str, bytes],
        name: str = "index.html",
        size: tuple[int, int] = DESK,
        *,
        dark: bool = False,
        scripts: bool = True,
    ) -> Page:
        for file, data in pages.items():
            (tmp_path / file).write_bytes(data)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda fault: said.append(str(fault)))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else said.append(asked.url))
        page.goto((tmp_path / name).as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert said == []
