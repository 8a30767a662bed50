"""A chart as bars: drawn from the exact values, each of which stands beside its bar."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from html import escape

from sla_drafter.document.nodes import Chart

_LINE = 26
_LABELS, _BARS, _WIDTH = 130, 270, 480


def svg(chart: Chart, alternative: str) -> str:
    """The bars of a chart, from zero, the longest as wide as there is room."""
    lengths = [_length(value) for value in chart.values]
    longest = max((*lengths, Decimal(0))) or Decimal(1)
    rows = [
        _row(position, label, f"{value} {chart.unit}".strip(), length / longest)
        for position, (label, value, length) in enumerate(zip(chart.labels, chart.values, lengths, strict=False))
    ]
    height = max(1, len(rows)) * _LINE
    head = f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(alternative)}">'
    return f"{head}{''.join(rows)}</svg>"


def _row(position: int, label: str, value: str, share: Decimal) -> str:
    top = position * _LINE
    width = (share * _BARS).quantize(Decimal("0.1"))
    return (
        f'<text x="{_LABELS - 8}" y="{top + 17}" text-anchor="end">{escape(label, quote=False)}</text>'
        f'<rect x="{_LABELS}" y="{top + 4}" width="{width}" height="{_LINE - 8}"/>'
        f'<text x="{_LABELS + width + 6}" y="{top + 17}">{escape(value, quote=False)}</text>'
    )


def _length(value: str) -> Decimal:
    """The length of a bar: the value itself; a value below zero or one that is not a number has no bar."""
    try:
        number = Decimal(value.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)
    return max(number, Decimal(0)) if number.is_finite() else Decimal(0)
