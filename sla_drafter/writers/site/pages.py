"""The pages of the site by their file names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Document
from sla_drafter.document.site import Month, Site
from sla_drafter.writers.html.blocks import blocks
from sla_drafter.writers.html.inlines import page_of, take_notes
from sla_drafter.writers.site.frame import (
    EYEBROW,
    INDEX,
    NOTICE,
    element,
    file_of,
    files,
    framed,
    navigation,
    page_link,
)
from sla_drafter.writers.site.overview import overview


def write(site: Site, house: House) -> Mapping[str, bytes]:
    """Every page of the site: the overview and one for each period; the same site gives the same bytes."""
    blank = Document(site.months[0].paper.title, site.language, (), page_of=site.months[0].paper.page_of)
    pages = {INDEX: framed(site, blank, house, site.title, overview(site))}
    neighbours: Sequence[Month | None] = (None, *site.months, None)
    around = list(pairwise(neighbours))
    for month, (later, _), (_, earlier) in zip(site.months, around, around[1:], strict=False):
        body = _period(site, month, later, earlier)
        pages[file_of(month)] = framed(site, month.paper, house, f"{month.name} – {site.title}", body)
    return pages


def _period(site: Site, month: Month, later: Month | None, earlier: Month | None) -> str:
    """The statement of one period: the same words as its file, with charts, reasons, steps and evidence."""
    page = page_of(month.paper)
    text = "".join(blocks(story.blocks, page) + take_notes(page) for story in month.paper.stories)
    head = f"<header>\n{element('p', site.title, EYEBROW)}{element('h1', month.name)}</header>\n"
    steps = "".join(
        page_link(site.words[key].replace("{period}", other.name), file_of(other), more)
        for key, other, more in (("earlier", earlier, ' rel="prev"'), ("later", later, ' rel="next"'))
        if other
    )
    between = f'<p class="between">{steps}</p>\n' if steps else ""
    label = escape(site.words["site_downloads"], quote=False)
    beside = f'<p class="downloads"><span>{label}:</span> {files(month)}</p>\n'
    notice = element("p", month.notice, NOTICE) if month.notice else ""
    return (
        f'{head}{navigation(site, month)}<main id="text">\n{notice}{beside}'
        f'<div class="body">\n{text}</div>\n{between}</main>\n'
    )
