"""Lines over time, and parts of a whole as one bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kairyluu.design.charts.drawing import Caption, pattern, picture
from kairyluu.design.dates import figure, per_cent

LEFT, RIGHT = (
    9.5,
    92.0,
)  # the plot's edges in per cent of the width: letters keep their size, only lines stretch
TOP, BOTTOM = 16, 312  # and in pixels of the height
STEPS = (1, 2, 2.5, 5, 10)
MOST_LINES = 5
SHARES = ("prior", "dots", "grid")  # the pattern of the second part and the next ones


@dataclass(frozen=True)
class Series:
    """One line; None ends it (months still to come)."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Line:
    """This year, and last year beside it if there is one; `title` is read out instead of the picture."""

    title: str
    labels: tuple[str, ...]
    now: Series
    before: Series | None = None

    @property
    def rows(self) -> list[tuple[str, int | None, int | None]]:
        """The same figures as a table: label, now, before."""
        before = self.before.values if self.before else (None,) * len(self.labels)
        return list(zip(self.labels, self.now.values, before, strict=True))


@dataclass(frozen=True)
class Part:
    """A part of a whole; `share` in per cent of all parts."""

    label: str
    count: int
    share: float


def parts_of(counts: Sequence[tuple[str, int]]) -> list[Part]:
    """Parts, the largest first; all shares are 0 where there is nothing to divide."""
    whole = sum(count for _, count in counts)
    parts = [Part(label, count, 100 * count / whole if whole else 0.0) for label, count in counts]
    return sorted(parts, key=lambda part: -part.count)


def axis(most: int) -> tuple[int, int]:
    """The highest figure of the axis and its step, both round; `axis(4812)` is `(5000, 1000)`."""
    size = 1
    while True:
        for step in STEPS:
            width = int(step * size)
            if width == step * size and width * MOST_LINES >= most:
                return width * max(1, -(-most // width)), width
        size *= 10


def line_svg(chart: Line) -> SafeString:
    """The picture of `chart`: axis, labels, last year dashed, this year solid with dots."""
    both = [chart.now] + ([chart.before] if chart.before else [])
    top, step = axis(max((v for series in both for v in series.values if v is not None), default=0))
    last = max(1, len(chart.labels) - 1)
    before = _points(chart.before, "was") if chart.before else ""
    return format_html(
        '<svg height="340" role="img" aria-label="{}">{}{}<svg x="{}%" y="{}" width="{}%" height="{}" '
        'viewBox="0 0 {} {}" preserveAspectRatio="none"><g transform="matrix(1 0 0 -1 0 {})">{}{}</g></svg>{}</svg>',
        chart.title,
        _scale(top, step),
        _labels(chart.labels, last),
        LEFT,
        TOP,
        RIGHT - LEFT,
        BOTTOM - TOP,
        last,
        top,
        top,
        before,
        _points(chart.now, ""),
        _dots(chart.now, last, top),
    )


def share_svg(parts: Sequence[Part], caption: Caption | None = None) -> SafeString:
    """Two to four parts as one bar. Without a caption it is not read out: the table under it says the same; with one the
    parts differ in pattern too."""
    if caption is not None:
        return picture(caption, 44, _patterned(parts, caption))
    rows = []
    start = 0.0
    for place, part in enumerate(parts):
        look = min(place + 1, 3)
        word = per_cent(part.share) if part.share >= 8 else ""  # a narrower part has no room for it
        rows.append((f"{start:.2f}", f"{part.share:.2f}", look, look, f"{start + 1.5:.2f}", word))
        start += part.share
    drawn = format_html_join(
        "",
        '<rect x="{}%" width="{}%" height="44" class="sh{}"/><text class="in t{}" x="{}%" y="27">{}</text>',
        rows,
    )
    return format_html('<svg height="44" aria-hidden="true">{}</svg>', drawn)


def _patterned(parts: Sequence[Part], caption: Caption) -> SafeString:
    fills = ("", *(pattern(caption, name) for name in SHARES))
    rows = []
    start = 0.0
    for place, part in enumerate(parts):
        fill = format_html(' fill="{}"', fills[place % len(fills)]) if fills[place % len(fills)] else ""
        rows.append((f"{start:.2f}", f"{part.share:.2f}", "prior" if place else "now", fill))
        start += part.share
    return format_html_join("", '<rect x="{}%" width="{}%" height="44" class="{}"{}/>', rows)


def _across(place: int, last: int) -> str:
    return f"{LEFT + (RIGHT - LEFT) * place / last:.2f}%"


def _down(value: int, top: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * value / top, 1)


def _scale(top: int, step: int) -> SafeString:
    heights = [(_down(value, top), value) for value in range(0, top + 1, step)]
    rows = [(LEFT, RIGHT, y, y, LEFT - 1, y + 4, figure(value)) for y, value in heights]
    return format_html_join(
        "",
        '<line class="axis" x1="{}%" x2="{}%" y1="{}" y2="{}"/>'
        '<text x="{}%" y="{}" text-anchor="end">{}</text>',
        rows,
    )


def _labels(labels: Sequence[str], last: int) -> SafeString:
    """Every second one is left out on a phone."""
    rows = [
        ("skip-phone" if place % 2 else "", _across(place, last), label) for place, label in enumerate(labels)
    ]
    return format_html_join("", '<text class="{}" x="{}" y="334" text-anchor="middle">{}</text>', rows)


def _points(series: Series, look: str) -> SafeString:
    points = " ".join(f"{place},{value}" for place, value in enumerate(series.values) if value is not None)
    return format_html('<polyline class="{}" points="{}"/>', look, points)


def _dots(series: Series, last: int, top: int) -> SafeString:
    rows = [
        (_across(place, last), _down(value, top))
        for place, value in enumerate(series.values)
        if value is not None
    ]
    return format_html_join("", '<circle cx="{}" cy="{}" r="3.5"/>', rows)
