"""What the single cells of a row are read as: ids of the agreement, counts, parts of a whole, yes or no, spans.

Each reader is a table that fills itself: a cell that was seen before is looked up, a new one is read or refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sla_drafter.model.measured import Span
from sla_drafter.model.scalars import Duration, Quantity, Target, Unit
from sla_drafter.readers.agreement_file.figures import integer, number, percent
from sla_drafter.readers.agreement_file.lengths import duration
from sla_drafter.readers.agreement_file.refused import Refused
from sla_drafter.readers.agreement_file.words import yes_no
from sla_drafter.readers.measurements.mistakes import Wrong
from sla_drafter.readers.measurements.times import EXAMPLE, Reader

_WHOLE = Fraction(1)
_MOST_KEPT = 10_000
_ANY_NUMBER = "12,000.50"  # the example of a number that says nothing of what it counts
_MICROSECONDS: Mapping[Unit, int] = {
    Unit.MILLISECOND: 1_000,
    Unit.SECOND: 1_000_000,
    Unit.MINUTE: 60_000_000,
    Unit.HOUR: 3_600_000_000,
    Unit.DAY: 86_400_000_000,
}


class Kept(dict[str, Any]):
    """Cells that were read already; a new one is read by a function, and kept while there are not too many."""

    def __init__(self, read: Callable[[str], Any], known: Mapping[str, Any] | None = None) -> None:
        super().__init__(known or {})
        self.read = read
        self.refusals: dict[str, Wrong] = {}

    def __missing__(self, text: str) -> Any:
        if text in self.refusals:
            raise self.refusals[text].again()
        try:
            value = self.read(text.strip())
        except Wrong as wrong:
            if len(self.refusals) < _MOST_KEPT:
                self.refusals[text] = wrong.again()
            raise
        if len(self) < _MOST_KEPT:
            self[text] = value
        return value


def optional(read: Callable[[str], Any], empty: Any = None) -> Callable[[str], Any]:
    """A reader that gives `empty` for an empty cell."""

    def read_or_empty(text: str) -> Any:
        return read(text) if text and not text.isspace() else empty

    return read_or_empty


def identity(text: str) -> str:
    """The number of a case, which must be there."""
    words = text.strip()
    if not words:
        raise Wrong("missing_value", "The case has no id. Write the number that it has in the ticket tool.")
    return words


def count(text: str) -> int:
    """A whole number that is not below zero."""
    if text.isascii() and text.isdigit() and len(text) <= 15:
        return int(text)
    words = text.strip()
    if not words:
        raise Wrong("missing_value", "The count is missing. Write a whole number; 0 if there was none.")
    negative = words.startswith(("-", "−"))
    try:
        value = integer(words[1:] if negative else words)
    except Refused as refused:
        other = f'"{words}" is not a count. Write a whole number: 120000.'
        raise Wrong("wrong_number", _unless_general(refused, other), refused.right) from None
    if negative and value:
        raise Wrong("negative_count", f'"{words}" is below zero. Write a count: 0 or more.')
    return value


def amount(text: str) -> Fraction:
    """A number of things that is not below zero; it may have decimals, and no unit."""
    words = text.strip()
    if not words:
        raise Wrong("missing_value", "The workload is missing. Write a number in the unit of the limit: 2310.")
    if words.startswith(("-", "−")):
        raise Wrong("negative_count", f'"{words}" is below zero. Write a number: 0 or more.')
    try:
        return Fraction(number(words))
    except Refused as refused:
        other = f'"{words}" is not a number. Write it without its unit: 2310.'
        raise Wrong("wrong_number", _unless_general(refused, other), refused.right) from None


def weight(text: str) -> Fraction:
    """The part that was affected: 25%, 0.25 or 1/4; the whole when the cell is empty."""
    if not text:
        return _WHOLE
    top, bar, bottom = text.partition("/")
    try:
        value = (
            _percent(text) if text.endswith("%") else Fraction(number(top)) / (Fraction(number(bottom)) if bar else 1)
        )
    except ZeroDivisionError:
        raise Wrong("wrong_number", f'"{text}" divides by zero. Write a part of the whole: 25%.') from None
    except Refused as refused:
        other = f'"{text}" is not a part of the whole. Write 25%, 0.25 or 1/4.'
        raise Wrong("wrong_number", _unless_general(refused, other), refused.right) from None
    if not 0 < value <= 1:
        raise Wrong("wrong_number", f'"{text}" is not a part of a whole. Write more than 0% and at most 100%: 25%.')
    return value


def _unless_general(refused: Refused, other: str) -> str:
    """The refusal of a number if it knows what was meant, and otherwise the words that fit this cell."""
    return other if _ANY_NUMBER in refused.message else refused.message


def _percent(text: str) -> Fraction:
    return Fraction(percent(text).value) / 100


def flag(text: str) -> bool:
    """Yes or no; an empty cell is no."""
    try:
        return bool(text) and yes_no(text)
    except Refused as refused:
        raise Wrong("wrong_word", refused.message, refused.right) from None


def spans(read: Reader) -> Callable[[str], tuple[Span, ...]]:
    """A reader of spans: start/end, several with semicolons."""

    def read_spans(text: str) -> tuple[Span, ...]:
        return tuple(_span(part.strip(), read) for part in text.split(";") if part.strip()) if text else ()

    return read_spans


def _span(text: str, read: Reader) -> Span:
    start, slash, end = text.partition("/")
    if not slash or not end:
        raise Wrong(
            "wrong_time", f'"{text}" is not a span. Write its start and its end: {EXAMPLE}/{EXAMPLE[:11]}11:00:00Z.'
        )
    span = Span(read(start.strip()), read(end.strip()))
    if span.end < span.start:
        raise Wrong(
            "reversed_span",
            f"The pause {text} ends before it starts. Write {end.strip()}/{start.strip()} if that is meant.",
        )
    return span


def value(text: str, target: Target | None) -> Fraction:
    """The value of an observation in the unit of its target: a share, microseconds, or a number of things."""
    words = text.strip()
    if words.startswith(("-", "−")):
        raise Wrong("negative_count", f'"{words}" is below zero, which no metric can be.', column="value")
    try:
        if target is not None and isinstance(target.value, Duration):
            return _microseconds(duration(words), words)
        if target is not None and isinstance(target.value, Quantity):
            called = (name for _, name in target.value.things.by_language if words.endswith(name))
            return Fraction(number(words.removesuffix(next(called, "")).strip()))
        share = _percent(words)
    except Refused as refused:
        raise Wrong("wrong_number", _both_readings(words) or refused.message, refused.right, "value") from None
    if share > 1:
        raise Wrong("wrong_number", f'"{words}" is more than all. Write at most 100%.', column="value")
    return share


def _both_readings(words: str) -> str:
    """Of a bare number up to 1: it may be a share or a percentage."""
    try:
        bare = Decimal(words)
    except ArithmeticError:
        return ""
    if not bare.is_finite() or not 0 <= bare <= 1:
        return ""
    share = format((bare * 100).normalize(), "f")
    return f'"{words}" has no unit: it can be read as {share}% or as {words}%. Write the one that is meant.'


def _microseconds(length: Duration, words: str) -> Fraction:
    if length.unit not in _MICROSECONDS:
        raise Wrong(
            "wrong_number", f'"{words}" needs a calendar to be compared. Write hours, minutes or ms.', column="value"
        )
    return Fraction(length.amount) * _MICROSECONDS[length.unit]
