"""A native chart of Word: columns of the exact values, and a dashed line where the chart has a target."""

from __future__ import annotations

from collections.abc import Sequence

from sla_drafter.document.house import House
from sla_drafter.document.nodes import Chart
from sla_drafter.writers.docx.markup import DRAWING, HEAD, RELATED, attribute, text
from sla_drafter.writers.scale import FEW, scale

C = f"{DRAWING}/chart"
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def chart_part(chart: Chart, house: House) -> bytes:
    """A chart part with its values cached in it, so that it needs no workbook."""
    columns = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{_columns(chart, house)}<c:gapWidth val="80"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{C}" xmlns:a="{DRAWING}/main" xmlns:r="{RELATED}"><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'{columns}{_line(chart, house)}{_axes(chart)}</c:plotArea>{_legend(chart)}<c:plotVisOnly val="1"/></c:chart>'
        "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_letters(house)}</c:chartSpace>"
    ).encode()


def _columns(chart: Chart, house: House) -> str:
    """The columns; those that miss a target are dark, so that the difference is seen in black and white too."""
    dark, light = _fill(house.colours.heading), _fill(house.colours.rule)
    misses = scale(chart).misses if chart.target else ()
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{dark}</c:dPt>'
        for place, missed in enumerate(misses)
        if missed
    )
    labels = f"<c:dLbls>{_shown(len(chart.values) <= FEW)}</c:dLbls>"
    if len(chart.values) > FEW:
        single = "".join(_label(place) for place, missed in enumerate(misses) if missed)
        labels = f"<c:dLbls>{single}{_shown(False)}</c:dLbls>"
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{text(chart.unit)}</c:v></c:tx>'
        f'{light if chart.target else dark}<c:invertIfNegative val="0"/>{points}{labels}'
        f"{_points(chart.labels, chart.values)}</c:ser>"
    )


def _line(chart: Chart, house: House) -> str:
    """The target as a dashed line over the columns."""
    if not chart.target:
        return ""
    pen = f'<a:ln w="12700">{_ink(house.colours.text)}<a:prstDash val="dash"/></a:ln>'
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser><c:idx val="1"/><c:order val="1"/>'
        f"<c:tx><c:v>{text(chart.target_words)}</c:v></c:tx><c:spPr>{pen}</c:spPr>"
        '<c:marker><c:symbol val="none"/></c:marker>'
        f'{_points(chart.labels, (chart.target,) * len(chart.values))}<c:smooth val="0"/></c:ser>'
        '<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
    )


def _points(labels: Sequence[str], values: Sequence[str]) -> str:
    count = f'<c:ptCount val="{len(values)}"/>'
    named = "".join(f'<c:pt idx="{n}"><c:v>{text(label)}</c:v></c:pt>' for n, label in enumerate(labels))
    exact = "".join(f'<c:pt idx="{n}"><c:v>{text(value)}</c:v></c:pt>' for n, value in enumerate(values))
    return (
        f"<c:cat><c:strLit>{count}{named}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{exact}</c:numLit></c:val>"
    )


def _shown(values: bool) -> str:
    return "".join(f'<c:{name} val="{int(values and name == "showVal")}"/>' for name in _SHOWN)


def _label(place: int) -> str:
    return f'<c:dLbl><c:idx val="{place}"/>{_shown(True)}</c:dLbl>'


def _axes(chart: Chart) -> str:
    marks = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
    lowest = f'<c:min val="{scale(chart).lowest:f}"/>' if chart.target else ""
    return (
        '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/>'
        f'{marks}<c:crossAx val="2"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling>{lowest}</c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{marks}<c:crossAx val="1"/></c:valAx>'
    )


def _legend(chart: Chart) -> str:
    """The words of the target line; the columns need none."""
    if not chart.target:
        return ""
    hidden = '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>'
    return f'<c:legend><c:legendPos val="t"/>{hidden}<c:overlay val="0"/></c:legend>'


def _letters(house: House) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{int(house.sizes.small * 100)}">'
        f'<a:latin typeface="{attribute(house.typeface.word)}"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
    )


def _fill(colour: str) -> str:
    return f"<c:spPr>{_ink(colour)}</c:spPr>"


def _ink(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
