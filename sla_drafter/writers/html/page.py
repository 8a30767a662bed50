"""The page: head, title page, contents, text and foot."""

from __future__ import annotations

from html import escape

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Cover, Document, Section
from sla_drafter.document.walk import listed_sections, words_of
from sla_drafter.language.patterns import compiled
from sla_drafter.writers.embedded import NAME, spelled
from sla_drafter.writers.html.blocks import blocks
from sla_drafter.writers.html.inlines import Page, attribute, inlines, page_of, take_notes
from sla_drafter.writers.html.look import style
from sla_drafter.writers.links import fragment

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
# The page may load nothing and run nothing: what it shows stands in it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_COLUMNS = compiled(r'<table class="c(\d+)">')
_WIDTHS = compiled(r'<col class="w(\d+)">')


def write(document: Document, house: House, source: bytes | None) -> bytes:
    """The paper as one HTML page in UTF-8, with the source in its head; the same paper gives the same bytes."""
    page = page_of(document)
    body = "".join((_front(document, page), _contents(document, page), _main(document, page), _footer(document, page)))
    columns, widths = ({int(found) for found in kind.findall(body)} for kind in (_COLUMNS, _WIDTHS))
    head = _head(document, source, style(document, house, columns, widths))
    language = document.language.replace("_", "-")
    direction = ' dir="rtl"' if language.split("-")[0].lower() in RIGHT_TO_LEFT else ""
    text = f"<!DOCTYPE html>\n<html{attribute('lang', language)}{direction}>\n{head}<body>\n{body}</body>\n</html>\n"
    return text.encode()


def _head(document: Document, source: bytes | None, sheet: str) -> str:
    dated = document.dated.isoformat() if document.dated else ""
    said = {"author": document.author, "description": document.subject, "dcterms.date": dated}
    facts = {name: words for name, words in said.items() if words}
    if source is not None:
        facts[NAME] = spelled(source)
    metas = "".join(f'<meta name="{name}" content="{escape(words)}">\n' for name, words in facts.items())
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(words_of(document.title), quote=False)}</title>\n{metas}"
        f"<style>\n{sheet}\n</style>\n</head>\n"
    )


def _front(document: Document, page: Page) -> str:
    skip = f'<a class="skip" href="#text">{escape(document.skip_words, quote=False)}</a>\n'
    banner = f'<aside class="banner">{escape(document.banner, quote=False)}</aside>\n' if document.banner else ""
    if document.cover is None:
        title = f'<h1 class="only-title">{inlines(document.title, page)}</h1>\n'
    else:
        title = _cover(document.cover, page)
    return f"{skip}{banner}<header>\n{title}{_open_points(document, page)}{take_notes(page)}</header>\n"


def _cover(cover: Cover, page: Page) -> str:
    parties = "".join(
        f'<li><span class="name">{inlines(party.name, page)}</span> '
        f'<span class="role">{inlines(party.role, page)}</span></li>\n'
        for party in cover.parties
    )
    lines = "".join(
        f"<div><dt>{escape(label, quote=False)}</dt> <dd>{inlines(fact, page)}</dd></div>\n"
        for label, fact in cover.lines
    )
    return "".join(
        (
            f"<h1>{inlines(cover.title, page)}</h1>\n",
            f'<ul class="plain parties">\n{parties}</ul>\n' if parties else "",
            f'<dl class="facts">\n{lines}</dl>\n' if lines else "",
        )
    )


def _open_points(document: Document, page: Page) -> str:
    if not document.open_points:
        return ""
    points = "".join(f"<li>{inlines(point, page)}</li>\n" for point in document.open_points)
    title = escape(document.open_points_title, quote=False)
    heading = f"<h2>{title}</h2>\n" if title else ""
    return f'<section class="open-points">\n{heading}<ul class="plain">\n{points}</ul>\n</section>\n'


def _contents(document: Document, page: Page) -> str:
    """The list of sections and schedules, each a link; a paper without a title for it has none."""
    listed = listed_sections(document)
    if not document.contents_title or not listed:
        return ""
    entries = "".join(f"<li>{_entry(section, page)}</li>\n" for section in listed)
    title = f'<h2 id="contents-title">{escape(document.contents_title, quote=False)}</h2>'
    return (
        f'<nav class="contents" aria-labelledby="contents-title">\n{title}\n'
        f'<ol class="plain">\n{entries}</ol>\n</nav>\n'
    )


def _entry(section: Section, page: Page) -> str:
    number = page.counted[section.id].printed if section.id in page.counted else ""
    mark = f'<span class="number">{escape(number)}</span> ' if number else ""
    title = escape(words_of(section.title), quote=False)
    return f'<a href="#{escape(fragment(section.id))}">{mark}{title}</a>'


def _main(document: Document, page: Page) -> str:
    stories = []
    for story in document.stories:
        page.linked.clear()
        text = blocks(story.blocks, page) + take_notes(page)
        stories.append(f'<div class="{story.kind.value.replace("_", "-")}">\n{text}</div>\n')
    return f'<main id="text">\n{"".join(stories)}</main>\n'


def _footer(document: Document, page: Page) -> str:
    page.linked.clear()
    words = inlines(document.footer, page) if document.footer else ""
    return f"<footer>\n<p>{words}</p>\n{take_notes(page)}</footer>\n" if words else ""
