"""What can be promised, as a person reads it in a terminal: a heading for each metric, sentences, targets on offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sla_drafter.attainment.promise_document import Page, page_of
from sla_drafter.cli.figures_text import table
from sla_drafter.cli.visible import WIDTH, visible, wrapped

if TYPE_CHECKING:
    from sla_drafter.attainment.promise_words import Told
    from sla_drafter.builder.promises import Promised

_OFFERS = ("promise_offer", "promise_met", "promise_chance", "promise_within")
_INDENT = "  "


def report(promised: Promised) -> str:
    """The whole report."""
    page = page_of(promised.feasibility)
    head = [*wrapped(visible(page.title), WIDTH), page.message("internal_only"), *wrapped(page.asked, WIDTH)]
    blocks = [head, *(list(_level(page, told)) for told in page.told), list(_grounds(page))]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _level(page: Page, told: Told) -> Iterator[str]:
    yield visible(told.heading)
    for said in told.paragraphs():
        yield from wrapped(said, indent=_INDENT)
    rows = list(told.offers())
    if rows:
        yield from table([tuple(map(page.message, _OFFERS)), *rows])


def _grounds(page: Page) -> Iterator[str]:
    for said in page.grounds():
        yield from wrapped(said, WIDTH)
