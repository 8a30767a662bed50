"""The right to end for chronic failure on paper: each trigger, what it takes, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sla_drafter.attainment.instants import day_of
from sla_drafter.attainment.right_to_end import RightToEnd, TriggerState
from sla_drafter.attainment.spoken import Spoken, text, value
from sla_drafter.attainment.trigger_judge import Met
from sla_drafter.document.nodes import Block, Cell, Paragraph, Row, Table
from sla_drafter.language import formats
from sla_drafter.model.chronic_failure import TriggerKind
from sla_drafter.model.scalars import Duration
from sla_drafter.values import frozen

_CLAUSE = "chronic_failure_termination"
_WIDTHS = (27, 15, 13, 31, 14)
_COLUMNS = ("trigger", "needed", "within", "found", "result")


def right_to_end_blocks(right: RightToEnd, spoken: Spoken, clauses: Mapping[str, str]) -> Iterator[Block]:
    """A sentence that says whether the customer may end and until when, then a table of the triggers."""
    message = spoken.words.message
    if not right.reached:
        if not right.open:
            yield Paragraph(text(message("chronic_none")))
    elif clause := clauses.get(_CLAUSE):
        yield Paragraph(text(message("chronic_reached", clause=clause)))
    else:
        yield Paragraph(text(message("chronic_reached_alone")))
    if right.elect_by:
        yield Paragraph(text(message("elect_deadline", date=spoken.date(right.elect_by))))
    header = tuple(Cell(text(message(name))) for name in _COLUMNS)
    rows = tuple(_Row(state, spoken).row() for state in right.states)
    yield Table(header, rows, text(message("chronic_failure")), _WIDTHS)


@frozen
class _Row:
    """One trigger in the table."""

    state: TriggerState
    spoken: Spoken

    def row(self) -> Row:
        """Its event, the figure that it takes, within which time, what was found, and whether that is enough."""
        field = self.state.path
        met = self.state.met
        result = "open" if met is None else "reached" if met.reached else "not_reached"
        cells = (
            text(self._event()),
            value(self._needed(), f"{field}.needed"),
            text(self._within()),
            value(self._found(met) if met else self._said("open"), f"{field}.found"),
            value(self._said(result), f"{field}.reached"),
        )
        return Row(tuple(map(Cell, cells)), field)

    def _said(self, key: str) -> str:
        return self.spoken.words.message(key)

    def _event(self) -> str:
        trigger, met = self.state.trigger, self.state.met
        metric = trigger.of or (met.metric if met else "")
        event = self.spoken.words.noun("trigger", self.state.kind.value)
        if trigger.longer_than:
            event = self.spoken.words.message("longer_outages", length=self._length(trigger.longer_than))
        if not metric:
            if self.state.kind is TriggerKind.MISSES:
                return self.spoken.words.noun("trigger", "any_miss")
            return event
        return self.spoken.words.message("of_level", what=event, metric=self.spoken.name(metric))

    def _needed(self) -> str:
        level = self.state.trigger.floor or self.state.trigger.average
        if level is not None:
            said = self.spoken.level(self.state.trigger.of or "", level)
            return self.spoken.words.message("not_kept", level=said)
        return str(self.state.needed)

    def _within(self) -> str:
        trigger = self.state.trigger
        if trigger.in_a_row:
            return self.spoken.words.noun("miss_count", "in_a_row")
        if trigger.within:
            return self._length(trigger.within)
        return self._said("one_window")

    def _length(self, length: Duration) -> str:
        return formats.duration(length.amount, length.unit.value.replace(" ", "_"), self.spoken.language)

    def _found(self, met: Met) -> str:
        spoken = self.spoken
        when = formats.and_list([spoken.month(period.first) for period in met.periods], spoken.language)
        if met.outages:
            days = [spoken.date(day_of(span.start, spoken.zone)) for span in met.outages]
            minutes = [spoken.minutes(span.end - span.start) for span in met.outages]
            listed = (f"{day} ({length})" for day, length in zip(days, minutes, strict=True))
            when = formats.and_list(list(listed), spoken.language)
        if met.count is not None:
            return spoken.words.message("found_in", found=met.count, when=when) if when else str(met.count)
        if met.value is None:
            return self._said("not_measured")
        figure = spoken.figure(met.metric, met.value)
        return spoken.words.message("found_in", found=figure, when=when) if when else figure
