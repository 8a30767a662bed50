"""What can be promised, on paper for the house alone: every page is marked, and the file carries no facts with it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sla_drafter.attainment.honest import Assumption, Breaker
from sla_drafter.attainment.months import add_months
from sla_drafter.attainment.promise import Feasibility
from sla_drafter.attainment.promise_words import Told, chance_words
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken, text, value
from sla_drafter.attainment.trace import cut
from sla_drafter.attainment.windows import Period
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Chart,
    Document,
    Figure,
    Inline,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Story,
    StoryKind,
    Table,
)
from sla_drafter.language import formats
from sla_drafter.language.typography import parted
from sla_drafter.language.words import words
from sla_drafter.model.private import Upstream
from sla_drafter.values import frozen

_PLACES = 3
_FEWEST = 2
_GROUNDS = {Assumption: "promise_assumes", Breaker: "promise_breaks"}
_SUMMARY_WIDTHS = (25, 18, 13, 14, 12, 18)
_OFFER_WIDTHS = (34, 22, 24, 20)
_UPSTREAM_WIDTHS = (24, 40, 22, 14)


def promise_document(found: Feasibility, language: str = "") -> Document:
    """The page with a table and the picture of history against target for each metric, marked on every page."""
    paper = page_of(found, language)
    message, title = paper.spoken.words.message, paper.title
    return Document(
        title=text(title),
        language=paper.spoken.language,
        stories=(Story(StoryKind.BODY, tuple(paper.sections())),),
        banner=message("internal_only"),
        skip_words=message("skip_to_text"),
        page_of=message("page_of", page="{page}", pages="{pages}"),
        footer=text(title),
        subject=message("promise"),
        dated=found.asked.on,
    )


def page_of(found: Feasibility, language: str = "") -> Page:
    """The words of everything that was found."""
    agreement = found.agreement
    return Page(found, Spoken(agreement, words(language or agreement.language), zone_of(agreement)))


@frozen
class Page:
    """The parts of the page, and the same words for a report."""

    found: Feasibility
    spoken: Spoken

    @property
    def title(self) -> str:
        """What can be promised: the title of the agreement."""
        agreement = self.found.agreement.title
        name = (agreement.words(self.spoken.language) if agreement else None) or self.message("blank")
        return self.message("promise_of", title=self.message("promise"), agreement=name)

    @property
    def asked(self) -> str:
        """What was asked: until when the record is known, the appetite, the confidence."""
        asked, language = self.found.asked, self.spoken.language
        return self.message(
            "promise_asked",
            date=formats.date(asked.on, language),
            appetite=chance_words(asked.appetite, language),
            confidence=chance_words(asked.confidence, language),
        )

    @property
    def told(self) -> tuple[Told, ...]:
        """The words of each promise."""
        return tuple(Told(self.spoken, promise, self.found.asked) for promise in self.found.promises)

    def grounds(self) -> Iterator[str]:
        """What the figures take for granted, and what would break them."""
        found = frozenset[Assumption | Breaker]().union(*(told.grounds() for told in self.told))
        for key, group, kind in (("assumptions", "assumption", Assumption), ("breakers", "breaker", Breaker)):
            names = [self.spoken.words.noun(group, one.name.lower()) for one in kind if one in found]
            if names:
                said = formats.and_list(names, self.spoken.language)
                yield self.message(_GROUNDS[kind], **{key: said})

    def message(self, key: str, **slots: object) -> str:
        """One of the fixed words."""
        return self.spoken.words.message(key, **slots)  # type: ignore[arg-type]  # slots are words

    # --- paper

    def sections(self) -> Iterator[Section]:
        """The summary, a section for each metric, what the services rest on."""
        yield self._section("summary", self.message("summary"), self._summary())
        for told in self.told:
            yield self._section(told.promise.metric, told.heading, self._level(told))
        if rows := tuple(map(self._part, self._parts())):
            header = self._header("promise_part", "promise_document", "value", "promise_copies")
            table = Table(header, rows, widths=_UPSTREAM_WIDTHS)
            yield self._section("rests_on", self.message("promise_rests_on"), iter((table,)))

    def _section(self, name: str, title: str, blocks: Iterator[Block]) -> Section:
        return Section(f"promise.{name}", SectionKind.SECTION, text(title), tuple(blocks))

    def _summary(self) -> Iterator[Block]:
        yield Paragraph(text(self.asked))
        names = (
            "service_level", "target", "promise_met", "promise_chance", "promise_in_year", "promise_strictest",
        )  # fmt: skip
        yield Table(self._header(*names), tuple(map(self._row, self.told)), widths=_SUMMARY_WIDTHS)
        for said in self.grounds():
            yield Paragraph(text(said))

    def _row(self, told: Told) -> Row:
        promise, field = told.promise, f"promise.{told.promise.metric}"
        chances = ((promise.chance_in_window, "chance"), (promise.chance_in_year, "in_year"))
        unknown = self.message("not_measured")
        return _cells(
            text(told.name),
            text(told.target),
            value(told.met, f"{field}.met"),
            *(value(unknown if one is None else told.chance(one), f"{field}.{name}") for one, name in chances),
            value(told.strictest, f"{field}.strictest"),
        )

    def _level(self, told: Told) -> Iterator[Block]:
        for said in told.paragraphs():
            yield Paragraph(text(said))
        offers = tuple(_cells(*map(text, row)) for row in told.offers())
        if offers:
            header = self._header("promise_offer", "promise_met", "promise_chance", "promise_within")
            yield Table(header, offers, widths=_OFFER_WIDTHS)
        if len(told.promise.past.windows) >= _FEWEST:
            yield self._picture(told)

    def _picture(self, told: Told) -> Figure:
        """The record against the target."""
        past, message = told.promise.past, self.message
        labels = tuple(label_of(one.window) for one in past.windows)
        values = tuple(_plain(one.value) for one in past.windows)
        points = [
            message("point_value", point=label, value=told.share(Fraction(shown)))
            for label, shown in zip(labels, values, strict=True)
        ]
        window, target = told.windows(1), told.target
        alternative = message(
            "promise_picture_says", window=window, values=parted(points, self.spoken.language), target=target
        )
        chart = Chart(labels, values, "%", _plain(past.border), message("target_line", target=target))
        return Figure(chart, alternative, text(message("promise_picture", metric=told.name)))

    def _parts(self) -> tuple[Upstream, ...]:
        private = self.found.agreement.private
        return private.upstream if private else ()

    def _part(self, part: Upstream) -> Row:
        level = formats.percent(part.availability.value, self.spoken.language) if part.availability else ""
        copies = 1 if part.copies is None else part.copies
        needed = 1 if part.needed is None else part.needed
        count = str(copies) if copies == needed else self.message("promise_needed", needed=needed, copies=copies)
        return _cells(text(part.id), text(part.document or ""), text(level), text(count))

    def _header(self, *names: str) -> tuple[Cell, ...]:
        return tuple(Cell(text(self.message(name))) for name in names)


def label_of(window: Period) -> str:
    """A window in a picture: its month, or its first day where it is no month."""
    return f"{window.first:%Y-%m}" if window.end == add_months(window.first, 1) else window.first.isoformat()


def _plain(percent: Fraction) -> str:
    """A number of per cent with at most three decimals, cut."""
    shown = format(cut(percent, _PLACES), "f")
    return shown.rstrip("0").removesuffix(".")


def _cells(*cells: tuple[Inline, ...]) -> Row:
    return Row(tuple(map(Cell, cells)))
