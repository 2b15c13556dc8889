"""A map of tiles: each place a square where it roughly lies, so that small and large ones are seen alike.

The tint and the pattern of the strip say in which fifth a value lies, the strip's length says how large it is, and the number
is written out: whoever cannot tell the colours loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kairyluu.design.charts.drawing import Caption, of_most, pattern, picture
from kairyluu.design.charts.numbers import Number, number

HEIGHT, GAP = 92, 6
LONG = 10  # a longer name is broken at its hyphen
STEPS = 5
_GAUGES = ("ground", "dots", "prior", "grid", "")  # emptiest to full

Place = tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """None is hidden or nothing, `note` is written for it. `column` and `row` from 0."""

    label: str
    value: Number | None
    column: int
    row: int
    note: str = "—"
    unit: str = ""


def laid_out(keys: Sequence[str], places: Mapping[str, Place], *, n_columns: int) -> dict[str, Place]:
    """Every key its place; those without one come below, in their order."""
    found = {key: places[key] for key in keys if key in places}
    below = max((row for _, row in found.values()), default=-1) + 1
    rest = [key for key in keys if key not in places]
    return found | {key: (n % n_columns, below + n // n_columns) for n, key in enumerate(rest)}


def step_of(value: Number | None, most: Number) -> int | None:
    """The fifth of the largest value in which this one lies, 0 to 4."""
    if value is None or not most:
        return None
    return max(0, min(STEPS - 1, int(STEPS * float(value) / float(most) - 1e-9)))


def tile_map_svg(caption: Caption, tiles: Sequence[Tile]) -> SafeString:
    n_columns = max((tile.column for tile in tiles), default=0) + 1
    n_rows = max((tile.row for tile in tiles), default=0) + 1
    most = max((tile.value for tile in tiles if tile.value is not None), key=float, default=0)
    width = 100 / n_columns
    drawn = ((_one(caption, tile, width, most),) for tile in tiles)
    return picture(caption, n_rows * (HEIGHT + GAP) - GAP, format_html_join("", "{}", drawn))


def _one(caption: Caption, tile: Tile, width: float, most: Number) -> SafeString:
    step = step_of(tile.value, most)
    written = number(tile.value, caption.language, unit=tile.unit) if tile.value is not None else tile.note
    lines = _broken(tile.label)
    return format_html(
        '<svg x="{}%" y="{}" width="{}%" height="{}"><rect class="tile{}" width="100%" height="100%" rx="4"/>{}'
        '<text class="strong" x="8" y="{}">{}</text>{}</svg>',
        f"{width * tile.column:.2f}",
        tile.row * (HEIGHT + GAP),
        f"{width - 1.2:.2f}",
        HEIGHT,
        "" if step is None else f" q{step}",
        format_html_join(
            "",
            '<text class="name" x="8" y="{}">{}</text>',
            ((18 + 14 * n, line) for n, line in enumerate(lines)),
        ),
        22 + 14 * len(lines) + 4,
        written,
        _gauge(caption, tile.value, most, step),
    )


def _gauge(caption: Caption, value: Number | None, most: Number, step: int | None) -> SafeString | str:
    if step is None:
        return ""
    name = _GAUGES[step]
    fill = format_html(' fill="{}"', pattern(caption, name)) if name not in ("", "ground") else ""
    return format_html(
        '<rect class="gauge{}" y="{}" width="{}%" height="12"{}/>',
        " empty" if name == "ground" else "",
        HEIGHT - 12,
        of_most(value, most, 100),
        fill,
    )


def _broken(label: str) -> list[str]:
    if len(label) <= LONG or "-" not in label:
        return [label]
    head, _, tail = label.partition("-")
    return [f"{head}-", tail]
