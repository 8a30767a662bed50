"""A service credit statement on paper: summary, each service level, the computation step by step, trend, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sla_drafter.attainment.attained import INQUIRIES, SEVERITIES, Attained
from sla_drafter.attainment.choice import choices
from sla_drafter.attainment.pictures import day_picture, severity_picture, trend_pictures
from sla_drafter.attainment.pipeline import Step
from sla_drafter.attainment.right_to_end_document import right_to_end_blocks
from sla_drafter.attainment.schedules import zone_of
from sla_drafter.attainment.spoken import Spoken, text, value
from sla_drafter.attainment.statement import Statement
from sla_drafter.attainment.trace import TracedStep, steps_of
from sla_drafter.document.nodes import (
    Block,
    Cell,
    Cover,
    CoverParty,
    Document,
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
from sla_drafter.model.choices import CHOICES
from sla_drafter.model.scalars import Prose
from sla_drafter.values import frozen

_LISTED = 500
_LEVEL_WIDTHS = (30, 18, 19, 13, 20)
_STEP_WIDTHS = (24, 30, 23, 23)
_EVIDENCE_WIDTHS = (20, 7, 17, 33, 23)


def to_document(statement: Statement, clauses: Mapping[str, str], language: str = "") -> Document:
    """The statement as a paper in a language; `clauses` names each clause id: "clause 7.3 Applying credits"."""
    agreement = statement.agreement
    spoken = Spoken(agreement, words(language or agreement.language), zone_of(agreement))
    message = spoken.words.message
    paper = _Paper(statement, spoken, clauses)
    title = message("statement_of_period", title=message("statement"), period=paper.month)
    return Document(
        title=text(title),
        language=spoken.language,
        stories=(Story(StoryKind.BODY, tuple(paper.sections())),),
        cover=Cover(text(title), tuple(paper.parties()), tuple(paper.lines())),
        skip_words=message("skip_to_text"),
        page_of=message("page_of", page="{page}", pages="{pages}"),
        footer=text(title),
        subject=message("statement"),
        version=agreement.version or "",
        dated=statement.period.last,
        banner="" if statement.final else spoken.not_final(statement.left_out),
    )


@frozen
class _Paper:
    """The parts of one statement."""

    statement: Statement
    spoken: Spoken
    clauses: Mapping[str, str]

    @property
    def month(self) -> str:
        return self.spoken.month(self.statement.period.first)

    def message(self, key: str, **slots: object) -> str:
        return self.spoken.words.message(key, **slots)  # type: ignore[arg-type]  # slots are words

    def said(self, key: str, **slots: object) -> Paragraph:
        return Paragraph(text(self.message(key, **slots)))

    # --- front

    def parties(self) -> Iterator[CoverParty]:
        for party in self.statement.agreement.parties:
            known = party.plays in CHOICES["party_role"]
            role = self.spoken.words.noun("party_role", party.plays) if known else party.id
            yield CoverParty(self._prose(party.name), text(role))

    def lines(self) -> Iterator[tuple[str, tuple[Inline, ...]]]:
        agreement = self.statement.agreement
        yield self.message("agreement"), self._prose(agreement.title)
        if agreement.version:
            yield self.message("version"), text(agreement.version)
        first, last = (self.spoken.date(day) for day in (self.statement.period.first, self.statement.period.last))
        yield self.message("period"), value(self.message("range", first=first, last=last), "period")

    def _prose(self, prose: Prose | None) -> tuple[Inline, ...]:
        return text((prose.words(self.spoken.language) if prose else None) or self.message("blank"))

    # --- sections

    def sections(self) -> Iterator[Section]:
        yield self._section("summary", self.summary())
        yield self._section("service_levels", self.levels())
        if self.statement.credit:
            yield self._section("computation", self.computation())
        if pictures := tuple(trend_pictures(self.statement, self.spoken)):
            yield self._section("trend", pictures)
        yield self._section("evidence", self.evidence())

    def _section(self, name: str, blocks: Sequence[Block] | Iterator[Block]) -> Section:
        return Section(f"statement.{name}", SectionKind.SECTION, text(self.message(name)), tuple(blocks))

    def summary(self) -> Iterator[Block]:
        total = self.statement.total
        if self.statement.open_credits:
            left_out = self.spoken.left_out(self.statement.left_out)
            yield self.said("credits_open", period=self.month, what=left_out)
        elif total is None:
            yield self.said("no_credits_agreed", period=self.month)
        elif not total.amount:
            yield self.said("no_credit_due", period=self.month)
        else:
            yield self.said("credits_due", amount=self.spoken.due(total), period=self.month)
            yield from self._how()
        yield from self._returned()
        if right := self.statement.chronic:
            yield from right_to_end_blocks(right, self.spoken, self.clauses)
        for rise in self.statement.raised:
            said = self.spoken.level(rise.metric, rise.target)
            metric, since = self.spoken.name(rise.metric), self.spoken.date(rise.since)
            yield self.said("target_raised", metric=metric, target=said, date=since)
        for one in self.statement.not_judged:
            yield self.said("not_judged", what=self.spoken.not_judged(one, self.clauses))
        yield self.said("not_an_invoice")
        names = ("service_level", "value", "target", "result", "service_credit")
        rows = tuple(self._level_row(one) for one in self.statement.attained)
        yield Table(self._header(*names), rows, widths=_LEVEL_WIDTHS)
        if picture := severity_picture(self.statement, self.spoken):
            yield picture

    def _how(self) -> Iterator[Block]:
        """How a credit reaches the customer, and until when it is claimed."""
        if clause := self.clauses.get("credit_application"):
            yield self.said("credits_deducted", clause=clause)
        for metrics in choices(self.statement):
            names = formats.and_list([self.spoken.name(metric) for metric in metrics], self.spoken.language)
            yield self.said("customer_may_choose", metrics=names)
        if self.statement.claim_by:
            yield self.said("claim_deadline", date=self.spoken.date(self.statement.claim_by))
        elif self._automatic():
            yield self.said("no_claim_needed")
        if self.statement.report_due:
            yield self.said("report_due", date=self.spoken.date(self.statement.report_due))

    def _returned(self) -> Iterator[Block]:
        """What earlier credits give back to the provider."""
        total = self.statement.total
        for one in self.statement.returned if total else ():
            amount = self.spoken.money(one.amount, total.currency if total else "")
            yield self.said("returned_credit", amount=amount, metric=self.spoken.name(one.metric))

    def _automatic(self) -> bool:
        promised = self.statement.agreement.credits
        mode = promised.terms.mode if promised and promised.terms else None
        return mode is not None and mode.id == "automatic"

    def _level_row(self, one: Attained) -> Row:
        spoken, field = self.spoken, f"statement.{one.metric}"
        return self._row(
            f"metrics.{one.metric}",
            text(spoken.name(one.metric)),
            value(spoken.share(one), f"{field}.value"),
            text(spoken.target(one)),
            value(spoken.result(one), f"{field}.met"),
            value(self._credit(one), f"{field}.credit"),
        )

    def _credit(self, one: Attained) -> str:
        line, total = self.statement.line(one.metric), self.statement.total
        if one.metric in self.statement.open_credits:
            return self.message("open")
        if line is None or total is None:
            return self.message("none")
        counts = next(step.after for step in steps_of(self.statement, one.metric) if step.number == Step.SAME_INCIDENT)
        return self.spoken.money(counts, total.currency) if counts else self.message("none")

    def levels(self) -> Iterator[Block]:
        for one in self.statement.attained:
            field = f"statement.{one.metric}"
            rows = tuple(self._row("", text(label), value(said, field)) for label, said in self._facts(one))
            header = (Cell(text(self.spoken.name(one.metric))), *self._header("figures"))
            yield Table(header, rows, widths=(40, 60))
            if picture := day_picture(self.statement, one, self.spoken):
                yield picture

    def _facts(self, one: Attained) -> Iterator[tuple[str, str]]:
        spoken, found = self.spoken, one.found
        first, last = (spoken.date(day) for day in (one.window.first, one.window.last))
        yield self.message("measurement_window"), self.message("range", first=first, last=last)
        if one.open:
            yield self.message("left_out_rows"), spoken.left_out(one.left_out)
        elif found.is_time:
            yield self.message("measured_time"), spoken.minutes(found.measured)
            yield self.message("downtime"), spoken.minutes(found.down)
            for excused in found.excused:
                yield f"{self.message('excused_time')}: {spoken.reason(excused.reason)}", spoken.minutes(excused.length)
        elif found.measured:
            cases = one.metric.startswith((SEVERITIES, INQUIRIES))
            yield self.message("all_cases" if cases else "all_events"), spoken.count(found.measured)
            yield self.message("cases_late" if cases else "events_failed"), spoken.count(found.down)
        if one.forgiven:
            yield self.message("note"), self.message("late_forgiven")
        if one.by_rule == "down":
            yield self.message("note"), self.message("without_data_down")
        yield self.message("value"), spoken.share(one)
        yield self.message("target"), spoken.target(one)
        yield self.message("result"), spoken.result(one)

    def computation(self) -> Iterator[Block]:
        """A table of steps for each metric with a ladder, then one for the period."""
        lines = self.statement.credit.lines if self.statement.credit else ()
        for line in lines:
            metric = line.line.metric
            caption = self.message("computation_of", metric=self.spoken.name(metric))
            yield self._steps(caption, steps_of(self.statement, metric))
        yield self._steps(self.message("computation_of_period"), steps_of(self.statement))

    def _steps(self, caption: str, steps: Sequence[TracedStep]) -> Table:
        rows = tuple(self._step_row(step) for step in steps)
        return Table(self._header("step", "rule", "before", "after"), rows, text(caption), _STEP_WIDTHS)

    def _step_row(self, step: TracedStep) -> Row:
        currency = self.statement.total.currency if self.statement.total else ""
        before, after = self.spoken.before_after(step, currency)
        field = f"statement.steps.{step.name}"
        name = f"{step.number}. {self.spoken.words.noun('credit_step', step.name)}"
        clause = self.clauses.get(step.clause) or self.message("no_rule")
        return self._row(
            field, text(name), text(clause), value(before, f"{field}.before"), value(after, f"{field}.after")
        )

    def evidence(self) -> Iterator[Block]:
        """What was made of every row, and the rows one by one as far as a paper can hold them."""
        proofs = [(one, proof) for one in self.statement.attained for proof in one.found.evidence]
        if not proofs:
            yield self.said("no_evidence")
            return
        counted = Counter(proof.made for _, proof in proofs)
        counts = [
            self.message("evidence_count", made=self.spoken.words.noun("made", made.value), number=number)
            for made, number in counted.items()
        ]
        yield self.said("evidence_counts", counts=parted(counts, self.spoken.language))
        yield self.said("times_in", zone=self.spoken.zone.name)
        rows = tuple(
            self._row(
                "",
                text(proof.evidence.file),
                text(str(proof.evidence.line)),
                text(" ".join(filter(None, (self.spoken.words.noun("proof", proof.kind), proof.about)))),
                text(self.spoken.span(proof)),
                text(self.spoken.made(proof)),
            )
            for _, proof in proofs[:_LISTED]
        )
        yield Table(self._header("file", "line", "kind", "time_span", "made_of_it"), rows, widths=_EVIDENCE_WIDTHS)
        if len(proofs) > _LISTED:
            yield self.said("more_rows", number=len(proofs) - _LISTED)

    # --- tables

    def _header(self, *names: str) -> tuple[Cell, ...]:
        return tuple(Cell(text(self.message(name))) for name in names)

    def _row(self, key: str, *cells: tuple[Inline, ...]) -> Row:
        return Row(tuple(map(Cell, cells)), key)
