"""The customer's page as data: services and targets, attainment month by month, credits due, and the sums to check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sla_drafter.attainment.attain import MONTH
from sla_drafter.attainment.attained import Attained
from sla_drafter.attainment.calculator import calculator
from sla_drafter.attainment.credit_rows import credit_rows
from sla_drafter.attainment.earning import credited
from sla_drafter.attainment.monthly_fees import fee_base, is_by_days
from sla_drafter.attainment.pictures import trend_pictures
from sla_drafter.attainment.pipeline import Step
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.to_document import to_document
from sla_drafter.attainment.trace import steps_of
from sla_drafter.document.nodes import Block, Document, Paragraph, Section, StoryKind
from sla_drafter.document.site import Download, Ladder, Level, Month, Result, Site, State
from sla_drafter.language import formats
from sla_drafter.language.words import words
from sla_drafter.model.metrics import Metric
from sla_drafter.model.paths import referent
from sla_drafter.model.scalars import Prose, Window
from sla_drafter.values import frozen

FORMATS = ("pdf", "html", "json", "csv")
"""The formats in which the statement of each month lies beside the pages."""
_FIXED = (
    "band", "check_sum", "check_sum_alone", "check_sum_how", "check_sum_unaided", "claim_by", "count_hint",
    "measured_over", "met", "minutes_hint", "missed", "not_an_invoice", "own_figures", "period", "result", "service",
    "service_credit", "service_level", "site_downloads", "site_overview", "site_pages", "site_periods",
    "site_services", "skip_to_text", "start_from", "step_no_band", "steps_of_sum", "target", "trend", "value",
)  # fmt: skip
_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "check_sum_by_hand": ("metric",),
    "credits_for": ("metric",),
    "earlier": ("period",),
    "in_minutes_field": ("what",),
    "later": ("period",),
    "share_of_fee": ("fee",),
    "site_latest": ("period",),
    "step_amount": ("credit", "fee", "amount"),
    "step_band": ("band", "credit"),
    "step_limit": ("limit", "most", "amount"),
    "step_reported": ("value",),
    "step_rounding": ("rounding", "amount"),
    "step_target": ("target", "result"),
    "step_value": ("whole", "part", "value"),
    "sum_met": ("value", "target"),
    "sum_missed": ("value", "target", "amount"),
    "sum_missed_free": ("value", "target"),
    "sum_not_a_number": ("what",),
    "sum_of_nothing": ("what",),
    "sum_too_much": ("part", "whole"),
}
"""Words whose blanks the page fills; each keeps the names of its blanks."""


def to_site(statements: Sequence[Statement], clauses: Mapping[str, str], left_out: int = 0) -> Site:
    """The page of the months of an agreement, the latest last; `left_out` rows of the measurements had mistakes."""
    latest = statements[-1]
    agreement = latest.agreement
    spoken = Spoken(agreement, words(agreement.language), zone_of(agreement))
    pages = _Pages(tuple(reversed(statements)), clauses, spoken, left_out)
    return Site(
        language=spoken.language,
        title=spoken.words.message("site"),
        agreement=pages.prose(agreement.title),
        facts=tuple(pages.facts()),
        levels=tuple(map(pages.level, latest.attained)),
        months=tuple(map(pages.month, pages.statements)),
        ladders=tuple(pages.ladders()),
        trend=tuple(trend_pictures(latest, spoken)),
        words=_words(spoken),
    )


def _words(spoken: Spoken) -> dict[str, str]:
    """The fixed words of the page, and how the language writes a number, a percentage and a group of three."""
    message = spoken.words.message
    fixed = {key: message(key) for key in _FIXED}
    patterns = {key: message(key, **_kept(blanks)) for key, blanks in _PATTERNS.items()}
    number = formats.number(Decimal("1000.5"), spoken.language)
    return {
        **fixed,
        **patterns,
        "group": number[1:-5],
        "point": number[-2],
        "percent": formats.percent(0, spoken.language).replace("0", "{n}"),
    }


def _kept(blanks: Sequence[str]) -> dict[str, Any]:
    """Each blank filled with itself."""
    return {blank: f"{{{blank}}}" for blank in blanks}


@frozen
class _Pages:
    """The parts of the pages."""

    statements: tuple[Statement, ...]
    clauses: Mapping[str, str]
    spoken: Spoken
    left_out: int

    def message(self, key: str, **slots: object) -> str:
        return self.spoken.words.message(key, **slots)  # type: ignore[arg-type]  # slots are words

    def prose(self, prose: Prose | None) -> str:
        return (prose.words(self.spoken.language) if prose else None) or self.message("blank")

    def facts(self) -> Iterator[tuple[str, str]]:
        """Who agreed what, and what the months shown come to."""
        agreement = self.spoken.agreement
        for party in agreement.parties:
            if party.plays:
                yield self.spoken.words.noun("party_role", party.plays), self.prose(party.name)
        if agreement.version:
            yield self.message("version"), agreement.version

    # --- what was promised

    def level(self, one: Attained) -> Level:
        agreement = self.spoken.agreement
        service = referent(agreement, "services", one.service) if one.service else None
        return Level(
            name=self.spoken.name(one.metric),
            service=self.prose(service.name) if service else "",
            target=self.spoken.target(one),
            window=self._window(self._window_of(one)),
        )

    def _window_of(self, one: Attained) -> Window:
        metric: Metric | None = referent(self.spoken.agreement, "metrics", one.metric)
        rules = self.spoken.agreement.severity_clock
        found = metric.window if metric else rules.window if rules else None
        return found or MONTH

    def _window(self, window: Window) -> str:
        name = self.spoken.words.noun("window", window.kind.id)
        if window.length is None:
            return name
        return f"{name} {formats.duration(window.length.amount, window.length.unit.value, self.spoken.language)}"

    def ladders(self) -> Iterator[Ladder]:
        for metric in credited(self.spoken.agreement):
            yield self._ladder(metric)

    def _ladder(self, metric: str) -> Ladder:
        fee = fee_base(self.spoken.agreement, metric)
        promised = self.spoken.agreement.credits
        rows = tuple(credit_rows(promised, metric, self.spoken)) if promised else ()
        # Where each month has a fee of its own, its statement says it; one figure beside all months would be wrong.
        one_fee = fee if fee and not is_by_days(self.spoken.agreement, metric) else None
        of = formats.cut_money(one_fee.amount, one_fee.currency, self.spoken.language) if one_fee else ""
        bands = next((each for each in promised.ladders if each.about == metric), None) if promised else None
        found = calculator(self.statements, bands, self.spoken) if bands else None
        return Ladder(self.spoken.name(metric), of, rows, found)

    # --- what was attained

    def month(self, statement: Statement) -> Month:
        name, id_ = self.spoken.month(statement.period.first), f"{statement.period.first:%Y-%m}"
        paper = to_document(statement, self.clauses)
        return Month(
            id=id_,
            name=name,
            results=tuple(self._result(statement, one) for one in statement.attained),
            credit=self._total(statement),
            claim_by=self._claim_by(statement),
            paper=paper,
            lead=tuple(_first_paragraphs(paper)),
            notice=self._notice(statement),
            downloads=tuple(self._download(id_, name, format_) for format_ in FORMATS),
        )

    def _total(self, statement: Statement) -> str:
        if statement.open_credits:
            return self.message("open")
        return self.spoken.due(statement.total) if statement.total else self.message("none")

    def _notice(self, statement: Statement) -> str:
        """That rows could not be used: of each month that is not final for it, else of the latest."""
        if not statement.final:
            return self.spoken.not_final(statement.left_out)
        if self.left_out and statement is self.statements[0]:
            return self.spoken.words.message("site_left_out", self.left_out)
        return ""

    def _download(self, month: str, name: str, format_: str) -> Download:
        short = format_.upper()
        return Download(f"statement-{month}.{format_}", self.message("site_download", period=name, format=short), short)

    def _claim_by(self, statement: Statement) -> str:
        if statement.open_credits:
            return self.message("open")
        if statement.total is None or not statement.total.amount:
            return self.message("none")
        return self.spoken.date(statement.claim_by) if statement.claim_by else self.message("not_needed")

    def _result(self, statement: Statement, one: Attained) -> Result:
        state = State.OPEN if not one.complete or one.met is None else State.MET if one.met else State.MISSED
        value, result = self.spoken.share(one), self.spoken.result(one)
        note = self.message("late_forgiven") if one.forgiven else ""
        return Result(state, "" if value == result else value, result, self._credit(statement, one), note)

    def _credit(self, statement: Statement, one: Attained) -> str:
        steps = steps_of(statement, one.metric)
        counts = next((step.after for step in steps if step.number == Step.SAME_INCIDENT), None)
        total = statement.total
        return self.spoken.money(counts, total.currency) if counts and total else ""


def _first_paragraphs(paper: Document) -> Iterator[Block]:
    """What the summary of a statement says before its table."""
    summary = next((block for block in paper.story(StoryKind.BODY) if isinstance(block, Section)), None)
    return (block for block in (summary.blocks if summary else ()) if isinstance(block, Paragraph))
