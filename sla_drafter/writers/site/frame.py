"""What all pages of the site share: the head with its policy, the list of pages, the list of files, the foot."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib import resources

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.document.site import Month, Site
from sla_drafter.language.patterns import compiled
from sla_drafter.writers.html.inlines import attribute
from sla_drafter.writers.html.look import style
from sla_drafter.writers.html.page import RIGHT_TO_LEFT

INDEX = "index.html"
EYEBROW = ' class="eyebrow"'
NOTICE = ' class="notice"'
_COLUMNS = compiled(r'<table class="c(\d+)">')
_WIDTHS = compiled(r'<col class="w(\d+)">')
_SCRIPT = compiled(r"<script>(.*?)</script>", re.DOTALL)


def file_of(month: Month) -> str:
    """The name of the page of a period."""
    return f"{month.id}.html"


def framed(site: Site, paper: Document, house: House, title: str, body: str) -> bytes:
    """A whole page in UTF-8. Its policy names the one style sheet and the one script by the hash of their text."""
    columns, widths = ({int(found) for found in kind.findall(body)} for kind in (_COLUMNS, _WIDTHS))
    sheet = f"\n{style(paper, house, columns, widths)}\n{_sheet()}"
    language = site.language.replace("_", "-")
    direction = ' dir="rtl"' if language.split("-")[0].lower() in RIGHT_TO_LEFT else ""
    text = (
        f"<!DOCTYPE html>\n<html{attribute('lang', language)}{direction}>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(sheet, _SCRIPT.findall(body))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"{element('title', f'{title}, {site.agreement}')}<style>{sheet}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#text">{escape(site.words["skip_to_text"], quote=False)}</a>\n'
        f"{body}<footer>\n{element('p', site.words['not_an_invoice'])}</footer>\n</body>\n</html>\n"
    )
    return text.encode()


@cache
def _sheet() -> str:
    return data("site.css")


@cache
def data(name: str) -> str:
    """A style sheet or script of the site, read once, without its comments."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return re.sub(r"\n\s*", "\n", re.sub(r"/\*.*?\*/\n", "", text, flags=re.DOTALL))


def _policy(sheet: str, scripts: Iterable[str]) -> str:
    parts = {"style-src": [sheet], "script-src": list(scripts)}
    hashed = "; ".join(f"{kind} {' '.join(map(_hash, texts))}" for kind, texts in parts.items() if texts)
    return f"default-src 'none'; {hashed}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def element(tag: str, words: str, more: str = "") -> str:
    """An element that holds words and nothing else."""
    return f"<{tag}{more}>{escape(words, quote=False)}</{tag}>\n"


def page_link(words: str, file: str, more: str = "") -> str:
    """A link to a page or a file of the site."""
    return f'<a href="{escape(file)}"{more}>{escape(words, quote=False)}</a>'


def navigation(site: Site, here: Month | None) -> str:
    """The list of pages; the one that is shown says so."""
    pages = [(site.words["site_overview"], INDEX, here is None)]
    pages += [(month.name, file_of(month), month is here) for month in site.months]
    current = ' aria-current="page"'
    items = "".join(
        f"<li>{page_link(words, file, current if is_here else '')}</li>\n" for words, file, is_here in pages
    )
    label = attribute("aria-label", site.words["site_pages"])
    return f'<nav class="pages"{label}>\n<ul class="plain">\n{items}</ul>\n</nav>\n'


def downloads(site: Site) -> str:
    """The files beside the pages, period by period."""
    items = "".join(
        f"<li><span>{escape(month.name, quote=False)}</span> {files(month)}</li>\n" for month in site.months
    )
    heading = element("h2", site.words["site_downloads"], ' id="downloads"')
    listed = f'<ul class="plain">\n{items}</ul>\n'
    return f'<section class="downloads" aria-labelledby="downloads">\n{heading}{listed}</section>\n'


def files(month: Month) -> str:
    """The statement of a period in each format; a link is named in full for those who hear it alone."""
    return " ".join(
        page_link(each.format, each.file, f"{attribute('aria-label', each.words)} download") for each in month.downloads
    )
