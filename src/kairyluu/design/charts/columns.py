"""Columns over time, the year before beside each in stripes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from kairyluu.design.charts.drawing import LEFT, RIGHT, Caption, of_most, pattern, picture
from kairyluu.design.charts.lines import axis
from kairyluu.design.charts.numbers import Number, number

TOP, BOTTOM, HEIGHT = 16, 252, 280
MANY = 8  # so many columns leave a phone no room for every second label


@dataclass(frozen=True)
class Column:
    """None is nothing to draw; `note` then stands in its place (that a number is hidden)."""

    label: str
    now: Number | None
    before: Number | None = None
    note: str = ""


def columns_svg(caption: Caption, columns: Sequence[Column], *, whole: int = 0) -> SafeString:
    """`whole` is the highest that can be, 100 for shares; without it the axis ends above the largest."""
    most = whole or max((float(v) for c in columns for v in (c.now, c.before) if v is not None), default=0)
    top, step = axis(-int(-most // 1))
    slot = (RIGHT - LEFT) / max(1, len(columns))
    is_alone = all(column.before is None for column in columns)
    drawn = [
        _one(caption, column, LEFT + slot * (place - 0.19 * is_alone), slot, top)
        for place, column in enumerate(columns)
    ]
    labels = [
        (
            "skip-phone" if place % 2 and len(columns) > MANY else "",
            f"{LEFT + slot * (place + 0.5):.2f}",
            column.label,
        )
        for place, column in enumerate(columns)
    ]
    inside = format_html(
        "{}{}{}",
        _scale(caption, top, step),
        mark_safe("".join(drawn)),  # noqa: S308 - each made by format_html
        format_html_join(
            "", '<text class="{}" x="{}%" y="' + str(BOTTOM + 20) + '" text-anchor="middle">{}</text>', labels
        ),
    )
    return picture(caption, HEIGHT, inside)


def _one(caption: Caption, column: Column, x: float, slot: float, top: Number) -> SafeString:
    room = BOTTOM - TOP
    width = slot * 0.36
    parts = []
    for place, value, look, fill in (
        (0, column.before, "prior", pattern(caption, "prior")),
        (1, column.now, "now", None),
    ):
        height = of_most(value, top, room)
        if value is not None:
            given = format_html(' fill="{}"', fill) if fill else ""
            parts.append(
                format_html(
                    '<rect class="{}" x="{}%" y="{}" width="{}%" height="{}"{}/>',
                    look,
                    f"{x + slot * 0.12 + width * place * 1.05:.2f}",
                    round(BOTTOM - height, 2),
                    f"{width:.2f}",
                    height,
                    given,
                )
            )
    if column.now is None and column.note:
        parts.append(
            format_html(
                '<text class="strong" x="{}%" y="{}" text-anchor="middle">{}</text>',
                f"{x + slot * 0.7:.2f}",
                BOTTOM - 6,
                column.note,
            )
        )
    return format_html_join("", "{}", ((part,) for part in parts))


def _scale(caption: Caption, top: int, step: int) -> SafeString:
    heights = [
        (round(BOTTOM - of_most(value, top, BOTTOM - TOP), 2), value) for value in range(0, top + 1, step)
    ]
    rows = [(LEFT, RIGHT, y, y, LEFT - 1, y + 4, number(value, caption.language)) for y, value in heights]
    return format_html_join(
        "",
        '<line class="axis" x1="{}%" x2="{}%" y1="{}" y2="{}"/>'
        '<text x="{}%" y="{}" text-anchor="end">{}</text>',
        rows,
    )
