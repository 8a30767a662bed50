"""The figures and names of a statement as words of a language, each with the field that it comes from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from sla_drafter.attainment.attained import INQUIRIES, SEVERITIES, Attained, Proof, border_of
from sla_drafter.attainment.excuses import EMERGENCY, FORCE_MAJEURE, PLANNED, RELIEF
from sla_drafter.attainment.instants import LENGTHS, MINUTE, moment
from sla_drafter.attainment.not_judged import NotJudged
from sla_drafter.attainment.period_credit import POINTS
from sla_drafter.attainment.refusal import WHOLE
from sla_drafter.attainment.trace import FIGURE, PERCENT, TracedStep, cut, exact
from sla_drafter.document.nodes import Inline, Text, Value
from sla_drafter.language import formats
from sla_drafter.language.words import Words
from sla_drafter.model.agreement import Agreement
from sla_drafter.model.continuity import Inquiry
from sla_drafter.model.metrics import Metric, Severity
from sla_drafter.model.paths import referent, value_at
from sla_drafter.model.record import LeftOut
from sla_drafter.model.scalars import Duration, Money, Prose, Quantity, Target, Zone
from sla_drafter.model.services import Service
from sla_drafter.values import frozen

_PLACES = 5
_MORE = "…"
_IN_TIME = {"": "severity_in_time", "response": "severity_answered", "restore": "severity_restored"}
_REASONS: Mapping[str, str] = {
    PLANNED: "planned_maintenance",
    EMERGENCY: "emergency_maintenance",
    FORCE_MAJEURE: "force_majeure",
    RELIEF: "relief",
}


@frozen
class Spoken:
    """The words of one agreement's figures in one language."""

    agreement: Agreement
    words: Words
    zone: Zone

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self.words.language

    # --- names

    def name(self, metric: str) -> str:
        """What a metric is called; compliance with a severity is called by its number and name."""
        if metric.startswith(f"{SEVERITIES}."):
            _, number, *time = metric.split(".")
            return self.words.message(_IN_TIME[time[0] if time else ""], severity=self.severity(number))
        if metric.startswith(f"{INQUIRIES}."):
            inquiry: Inquiry | None = value_at(self.agreement, metric)
            return self.words.message("inquiries_in_time", kind=self._prose(inquiry.name if inquiry else None))
        if metric == POINTS:
            return self.words.message("service_points")
        known: Metric | None = referent(self.agreement, "metrics", metric)
        return self._prose(known.name if known else None) or metric

    def severity(self, metric: str) -> str:
        """What the severity is called whose compliance is a metric: its number and name."""
        number = metric.removeprefix(f"{SEVERITIES}.")
        found: Severity | None = referent(self.agreement, SEVERITIES, number)
        name = self._prose(found.name if found else None)
        return self.words.message("severity_called", number=number, name=name) if name else number

    def reason(self, path: str) -> str:
        """Why time was excused: maintenance, a dependency by its name, an exclusion by its test."""
        if path in _REASONS:
            return self.words.noun("excuse", _REASONS[path])
        if path.startswith("continuity."):
            return self.words.noun("excuse", "disaster")
        if path.endswith(".workload.above"):
            return self.words.noun("excuse", "workload")
        thing = value_at(self.agreement, path)
        for field in ("test", "name"):
            if said := self._prose(getattr(thing, field, None)):
                return said
        return path

    def not_judged(self, one: NotJudged, clauses: Mapping[str, str]) -> str:
        """What is not judged and why, with its service and its clause."""
        service: Service | None = referent(self.agreement, "services", one.service) if one.service else None
        named = [clauses.get(one.clause, ""), self._prose(service.name if service else None)]
        said = self.words.noun("not_judged", one.why.value)
        return self.words.message("why_not_judged", what=", ".join(filter(None, named)), why=said)

    def _prose(self, prose: Prose | None) -> str:
        return (prose.words(self.language) or "") if prose else ""

    # --- figures

    def number(self, figure: Fraction, places: int = _PLACES) -> tuple[Decimal, str]:
        """A figure with at most so many decimals, and the sign that says that more follow."""
        short = cut(figure, places)
        if Fraction(short) != figure:
            return short, _MORE
        return Decimal(exact(figure) or "0"), ""

    def percent(self, figure: Fraction) -> str:
        """A number of per cent: "99.73027…%" when more decimals follow."""
        short, more = self.number(figure)
        digits = formats.number(short, self.language)
        return formats.percent(short, self.language).replace(digits, f"{digits}{more}")

    def share(self, one: Attained) -> str:
        """The value of a metric as it is judged, in brackets while it is open; "not measured" where nothing was."""
        if one.open:
            return self.words.message("open") if one.judged is None else f"({self.figure(one.metric, one.judged)})"
        if one.judged is None:
            return self.words.message("met_without_data" if one.by_rule else "not_measured")
        return self.figure(one.metric, one.judged)

    def figure(self, metric: str, value: Fraction) -> str:
        """A value of a metric in the unit of its target: a share as per cent, a length of time, a number of things."""
        found: Metric | None = referent(self.agreement, "metrics", metric)
        border = found.target.value if found and found.target else None
        match border:
            case Duration(unit=unit):
                short, more = self.number(value / LENGTHS.get(unit, MINUTE))
                return formats.duration(short, unit.value.replace(" ", "_"), self.language).replace(" ", f"{more} ", 1)
            case Quantity(things=things):
                short, more = self.number(value)
                return f"{formats.number(short, self.language)}{more} {self._prose(things)}"
            case _:
                return self.percent(value * WHOLE)

    def money(self, amount: Fraction, currency: str) -> str:
        """An amount that is not rounded yet."""
        short, more = self.number(amount, 4)
        spelled = formats.money(short, currency, self.language, minor_units=True)
        digits = spelled.replace(currency, "").strip()
        return spelled.replace(digits, f"{digits}{more}")

    def due(self, total: Money) -> str:
        """The rounded amount, always with its minor units."""
        return formats.money(total.amount, total.currency, self.language, minor_units=True)

    def target(self, one: Attained) -> str:
        """The target as the agreement prints it: at least 99.9%."""
        if one.target is None:
            return self.words.message("none")
        return self.level(one.metric, one.target)

    def level(self, metric: str, level: Target) -> str:
        """A level of a metric: at least 97%."""
        return f"{self.words.noun('comparator', level.comparator.id)} {self.figure(metric, border_of(level))}"

    def result(self, one: Attained) -> str:
        """Whether the target was met."""
        if one.open:
            return self.words.message("open")
        if not one.complete:
            return self.words.message("window_runs")
        if one.met is None:
            return self.words.message("not_measured")
        return self.words.message("met" if one.met else "missed")

    def not_final(self, left_out: LeftOut) -> str:
        """That a statement is not final, and why: "Not final: 18 rows could not be used"."""
        return self.words.message("not_final", what=self.left_out(left_out))

    def left_out(self, left_out: LeftOut) -> str:
        """Rows and files: "18 rows and 1 file"."""
        counted = zip(("rows", "files"), left_out, strict=True)
        return formats.and_list([self.words.message(what, number) for what, number in counted if number], self.language)

    def minutes(self, microseconds: Fraction | int) -> str:
        """A length of time in minutes."""
        short, more = self.number(Fraction(microseconds) / MINUTE, 2)
        spelled = formats.duration(short, "minute", self.language)
        return spelled.replace(" ", f"{more} ", 1)

    def count(self, figure: Fraction) -> str:
        """A number of events or cases."""
        return formats.number(self.number(figure)[0], self.language)

    def date(self, day: datetime.date) -> str:
        """A date with its month in words."""
        return formats.date(day, self.language)

    def month(self, day: datetime.date) -> str:
        """A month with its year: March 2027."""
        return self.words.message("month_of_year", month=formats.month(day.month, self.language), year=day.year)

    def before_after(self, step: TracedStep, currency: str) -> tuple[str, str]:
        """What a step found and what it made of it."""
        figures = zip((step.before, step.after), step.units, strict=True)
        before, after = (
            self.words.message("not_measured")
            if figure is None
            else self.percent(figure)
            if unit == PERCENT
            else self.figure(step.metric, figure)
            if unit == FIGURE
            else self.money(figure, currency)
            for figure, unit in figures
        )
        if step.fee is not None and step.proration:
            rule = self.words.noun("proration", step.proration.id)
            before = self.words.message("of_part_of_fee", percent=before, fee=self.money(step.fee, currency), rule=rule)
        return before, after

    def span(self, proof: Proof) -> str:
        """When a row says that something happened, on the clock of the agreement."""
        first, last = (moment(when, self.zone) for when in proof.span)
        return self.words.message("span", first=f"{first:%Y-%m-%d %H:%M:%S}", last=f"{last:%Y-%m-%d %H:%M:%S}")

    def made(self, proof: Proof) -> str:
        """What was made of a row, and why."""
        made = self.words.noun("made", proof.made.value)
        if not proof.reason:
            return made
        reasons = [self._why(reason) for reason in proof.reason.split(", ")]
        return self.words.message("made_because", made=made, reason=formats.and_list(reasons, self.language))

    def _why(self, reason: str) -> str:
        known = self.words.nouns["refusal"]
        return self.words.noun("refusal", reason) if reason in known else self.reason(reason)


def value(words: str, field: str) -> tuple[Inline, ...]:
    """A computed word with the field that it comes from."""
    return (Value(words, f"computed.{field}", "statement"),)


def text(words: str) -> tuple[Inline, ...]:
    """Plain words."""
    return (Text(words),)
