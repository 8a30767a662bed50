from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from attrs import evolve

from sla_drafter.document.site import Site
from tests.writers.site.months import CLAIMED, measured, pages, site

VOID = {"meta", "br", "img", "col", "rect", "line", "input", "path"}
HOSTILE = "A&B </script><script>alert(1)</script> <img src=x onerror=alert(2)> \"quoted\" 'too' {amount} javascript:"


class Tags(HTMLParser):
    """Every tag with its attributes, the words, and the tags that were not closed in their order."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.words: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def hostile() -> Site:
    return site(
        ("title: Service Level Agreement for Managed PostgreSQL", f"title: {json.dumps(HOSTILE)}"),
        ("name: Query time", f"name: {json.dumps(HOSTILE)}"),
        ("name: Halden Retail Ltd", f"name: {json.dumps(HOSTILE)}"),
    )


SITE = site()
PAGES = pages(SITE)


def test_there_is_an_overview_and_a_page_for_each_month() -> None:
    assert list(PAGES) == ["index.html", "2027-03.html", "2027-02.html", "2027-01.html"]


def test_the_same_site_gives_the_same_bytes() -> None:
    assert pages(site()) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_every_tag_is_closed_in_its_order_and_every_id_stands_once(name: str) -> None:
    tags = Tags(PAGES[name])
    assert (tags.wrong, tags.open) == ([], [])
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_whatever_points_to_an_id_finds_it(name: str) -> None:
    tags = Tags(PAGES[name])
    ids = {attributes.get("id") for _, attributes in tags.found}
    pointing = [
        target
        for _, attributes in tags.found
        for key in ("for", "aria-labelledby", "aria-describedby")
        for target in (attributes.get(key) or "").split()
    ]
    links = [str(attributes["href"])[1:] for _, attributes in tags.found if str(attributes.get("href")).startswith("#")]
    assert {*pointing, *links} <= ids


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_page_or_a_file_of_the_site(name: str) -> None:
    files = {*PAGES, *(each.file for month in SITE.months for each in month.downloads)}
    links = {str(attributes["href"]) for tag, attributes in Tags(PAGES[name]).found if tag == "a"}
    assert {link for link in links if not link.startswith("#")} <= files


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_runs_only_what_its_policy_names(name: str) -> None:
    page = PAGES[name].decode()
    tags = Tags(PAGES[name]).found
    assert not [tag for tag, attributes in tags if {"src", "srcset", "style"} & set(attributes) or tag == "link"]
    assert not [key for _, attributes in tags for key in attributes if key.startswith("on")]
    policy = next(str(found["content"]) for tag, found in tags if found.get("http-equiv") == "Content-Security-Policy")
    for tag, kind in (("script", "script-src"), ("style", "style-src")):
        texts = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]
        allowed = next((part.split()[1:] for part in policy.split("; ") if part.startswith(kind)), [])
        assert allowed == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_only_the_overview_holds_a_script_and_it_holds_one() -> None:
    assert {name: page.count(b"<script") for name, page in PAGES.items() if b"<script" in page} == {"index.html": 1}


def test_the_overview_says_what_is_due_and_by_when() -> None:
    text = Tags(pages(site(CLAIMED))["index.html"]).text
    assert "Service Credits of GBP 1,800.00 are due for March 2027." in text
    assert "The last day to claim them is 7 May 2027." in text
    assert "Availability 99.66261…% missed Target: at least 99.9% Service Credit: GBP 1,200.00" in text
    assert "Query time 94.03% missed" in text


def test_met_and_missed_are_words() -> None:
    text = Tags(PAGES["index.html"]).text
    assert "February 2027 98.66071…% missed" in text
    assert "January 2027 99.95519…% met" in text


def test_a_period_shows_excused_time_with_its_reason_its_evidence_and_the_steps_of_the_sum() -> None:
    text = Tags(PAGES["2027-03.html"]).text
    assert "Excused Time: planned maintenance" in text
    assert "the miss would not have happened but for an act or omission of the Customer" in text
    assert "rows.csv" in text
    assert "11. rounding" in text


def test_each_picture_says_in_words_what_it_shows() -> None:
    drawn = [attributes for page in PAGES.values() for tag, attributes in Tags(page).found if tag == "svg"]
    assert drawn
    assert all(attributes.get("role") == "img" and attributes.get("aria-label") for attributes in drawn)


def test_rows_that_were_left_out_are_said() -> None:
    text = Tags(pages(site(left_out=2))["index.html"]).text
    assert "2 rows of the measurements had mistakes and were left out." in text
    assert "left out" not in Tags(PAGES["index.html"]).text


def test_an_agreement_without_credits_has_pages_without_a_sum() -> None:
    found = evolve(SITE, ladders=())
    page = pages(found)["index.html"]
    assert b"<form" not in page
    assert b"<script" not in page


def test_a_credit_that_the_page_cannot_work_out_is_a_table() -> None:
    ladder = evolve(SITE.ladders[0], calculator=None)
    text = Tags(pages(evolve(SITE, ladders=(ladder,)))["index.html"])
    assert "The credit of Availability cannot be worked out by the calculator" in text.text
    assert "from 99.0% to below 99.9%" in text.text
    assert not [tag for tag, _ in text.found if tag in ("form", "script", "noscript")]


@pytest.mark.parametrize("name", PAGES)
def test_no_word_becomes_markup(name: str) -> None:
    found = Tags(pages(hostile())[name])
    assert (found.wrong, found.open) == ([], [])
    assert [tag for tag, _ in found.found] == [tag for tag, _ in Tags(PAGES[name]).found]
    assert " ".join(HOSTILE.split()) in found.text


def test_a_month_without_measurements_is_not_measured() -> None:
    nothing = evolve(measured(), outages=(), maintenance=(), tickets=(), observations=(), records=())
    text = Tags(pages(site(("no_data: down  ", "no_data: not measured  "), measurements=nothing))["index.html"]).text
    assert "Availability not measured" in text
    assert "100%" not in text.split("Services and targets")[0].replace("at least 100%", "")
