"""Bars, the name above each: long names keep their place on a phone. The year before lies below in stripes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kairyluu.design.charts.drawing import Caption, of_most, pattern, picture
from kairyluu.design.charts.numbers import Number, number

ROOM = 84.0  # per cent of the width; what is left is for the number
ROW, NAME, THICK, THIN = 54, 14, 14, 7


@dataclass(frozen=True)
class Bar:
    """None has no bar, `note` stands for it; `places` and `unit` of the number written at its end."""

    label: str
    now: Number | None
    before: Number | None = None
    note: str = ""
    unit: str = ""


def bars_svg(caption: Caption, bars: Sequence[Bar], *, most: Number | None = None) -> SafeString:
    """`most` is the whole length, 100 for shares; without it that of the largest."""
    values = [v for bar in bars for v in (bar.now, bar.before) if v is not None]
    whole = most if most is not None else max(values, key=float, default=0)
    rows = ((_one(caption, bar, place * ROW, whole),) for place, bar in enumerate(bars))
    return picture(caption, max(1, len(bars)) * ROW, format_html_join("", "{}", rows))


def _one(caption: Caption, bar: Bar, y: int, whole: Number) -> SafeString:
    now, before = of_most(bar.now, whole, ROOM), of_most(bar.before, whole, ROOM)
    written = number(bar.now, caption.language, unit=bar.unit) if bar.now is not None else bar.note or "—"
    earlier = ""
    if bar.before is not None:
        earlier = format_html(
            '<rect class="prior" y="{}" width="{}%" height="{}" fill="{}"/>',
            y + NAME + THICK + 6,
            before,
            THIN,
            pattern(caption, "prior"),
        )
    return format_html(
        '<text class="name" y="{}">{}</text><rect class="now" y="{}" width="{}%" height="{}"/>'
        '<text class="strong" x="{}%" y="{}">{}</text>{}',
        y + NAME - 3,
        bar.label,
        y + NAME + 4,
        now,
        THICK,
        round(now + 1, 2),
        y + NAME + 16,
        written,
        earlier,
    )
