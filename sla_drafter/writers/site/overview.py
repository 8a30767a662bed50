"""The first page: the latest period, attainment by period, services and targets, trend, the sum to check, files."""

from __future__ import annotations

from html import escape

from sla_drafter.document.site import Level, Month, Result, Site
from sla_drafter.writers.html.blocks import blocks
from sla_drafter.writers.html.inlines import attribute, page_of, take_notes
from sla_drafter.writers.site.check import check
from sla_drafter.writers.site.frame import EYEBROW, NOTICE, downloads, element, file_of, navigation, page_link


def overview(site: Site) -> str:
    """The text of the first page."""
    facts = "".join(f"<div>{element('dt', label)}{element('dd', words)}</div>\n" for label, words in site.facts)
    head = f"{element('p', site.agreement, EYEBROW)}{element('h1', site.title)}"
    parts = (_latest(site), _periods(site), _services(site), _trend(site), check(site), downloads(site))
    return (
        f'<header>\n{head}<dl class="facts">\n{facts}</dl>\n</header>\n{navigation(site, None)}'
        f'<main id="text">\n{"".join(parts)}</main>\n'
    )


def _section(id_: str, title: str, content: str) -> str:
    heading = element("h2", title, f' id="{id_}"')
    return f'<section aria-labelledby="{id_}">\n{heading}{content}</section>\n'


def _latest(site: Site) -> str:
    """The latest period: what is due and until when, and a card for each service level."""
    month = site.months[0]
    page = page_of(month.paper)
    lead = blocks(month.lead, page) + take_notes(page)
    notice = element("p", month.notice, NOTICE) if month.notice else ""
    cards = "".join(_card(site, level, result) for level, result in zip(site.levels, month.results, strict=True))
    title = site.words["site_latest"].replace("{period}", month.name)
    return _section(
        "latest", title, f'<div class="lead">\n{lead}</div>\n{notice}<ul class="plain cards">\n{cards}</ul>\n'
    )


def _card(site: Site, level: Level, result: Result) -> str:
    credit = f"{site.words['service_credit']}: {result.credit}" if result.credit else ""
    target = f"{site.words['target']}: {level.target}"
    lines = ((result.note, ""), (credit, ' class="credit"'))
    return (
        f"<li>{element('h3', level.name)}<p>{_value(result)}</p>\n"
        f"<p>{_badge(result)} <span>{escape(target, quote=False)}</span></p>\n"
        f"{''.join(element('p', words, more) for words, more in lines if words)}</li>\n"
    )


def _value(result: Result) -> str:
    return f'<span class="value">{escape(result.value, quote=False)}</span>' if result.value else ""


def _badge(result: Result) -> str:
    """The result in words; colour and sign only repeat them."""
    return f'<strong class="state {result.state.value}">{escape(result.words, quote=False)}</strong>'


# --- tables


def _table(label: str, titles: list[str], rows: list[tuple[str, list[str]]]) -> str:
    """A table whose rows become blocks on a phone: each cell then shows the title of its column."""
    head = "".join(element("th", title, ' scope="col"') for title in titles)
    body = "".join(_row(first, titles[1:], cells) for first, cells in rows)
    return (
        f'<div class="fold"><table{attribute("aria-label", label)}>\n'
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table></div>\n"
    )


def _row(first: str, titles: list[str], cells: list[str]) -> str:
    pairs = zip(titles, cells, strict=True)
    told = "".join(f"<td{attribute('data-title', title)}><div>{cell}</div></td>\n" for title, cell in pairs)
    return f'<tr><th scope="row">{first}</th>\n{told}</tr>\n'


def _periods(site: Site) -> str:
    words = site.words
    titles = [words["period"], *(level.name for level in site.levels), words["service_credit"], words["claim_by"]]
    rows = [(page_link(month.name, file_of(month)), _period_cells(month)) for month in site.months]
    return _section("periods", words["site_periods"], _table(words["site_periods"], titles, rows))


def _period_cells(month: Month) -> list[str]:
    results = [f"{_value(result)} {_badge(result)}" for result in month.results]
    return [*results, escape(month.credit, quote=False), escape(month.claim_by, quote=False)]


def _services(site: Site) -> str:
    words = site.words
    titles = [words[key] for key in ("service_level", "service", "target", "measured_over")]
    rows = [
        (
            escape(level.name, quote=False),
            [escape(each, quote=False) for each in (level.service, level.target, level.window)],
        )
        for level in site.levels
    ]
    return _section("services", words["site_services"], _table(words["site_services"], titles, rows))


def _trend(site: Site) -> str:
    if not site.trend:
        return ""
    page = page_of(site.months[0].paper)
    return _section("trend", site.words["trend"], f'<div class="charts">\n{blocks(site.trend, page)}</div>\n')
