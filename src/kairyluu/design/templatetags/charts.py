"""Charts with their tables: `{% load charts %}`. Each takes plain values and a heading with its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString

from kairyluu.design import charts

register = template.Library()


@register.inclusion_tag("design/parts/line_chart.html")
def line_chart(chart: charts.Line, heading: str, id: str) -> dict[str, Any]:
    """A `charts.Line` under a heading, its figures beside it."""
    return {"chart": chart, "heading": heading, "id": id, "picture": charts.line_svg(chart)}


@register.inclusion_tag("design/parts/share_chart.html")
def share_chart(counts: Sequence[tuple[str, int]], heading: str, id: str, what: str = "") -> dict[str, Any]:
    """Two to four (label, count) as parts of their whole, the largest first."""
    parts = charts.parts_of(counts)
    return {
        "parts": parts,
        "heading": heading,
        "id": id,
        "what": what,
        "picture": charts.share_svg(parts),
    }


@register.simple_tag
def columns(
    id: str, title: str, text: str, months: Sequence[Sequence[Any]], whole: int, language: str
) -> SafeString:
    """Columns by month; each month is its label, its number (None: none) and whatever follows."""
    drawn = [charts.Column(str(month[0]), month[1]) for month in months]
    return charts.columns_svg(charts.Caption(id, title, text, language), drawn, whole=whole)


@register.inclusion_tag("design/parts/bars_table.html")
def bars_table(rows: Sequence[tuple[str, int]], heading: str, id: str, what: str = "") -> dict[str, Any]:
    """(label, count) compared: the chart is the table, in the order given; shares are of the sum."""
    whole = sum(count for _, count in rows)
    drawn = [(label, count, 100 * count / whole if whole else 0.0) for label, count in rows]
    most = max((count for _, count in rows), default=0)
    return {"rows": drawn, "most": most, "whole": whole, "heading": heading, "id": id, "what": what}
