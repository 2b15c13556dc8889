"""Pictures of published tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kairyluu.design.charts import (
    Bar,
    Caption,
    Column,
    Tile,
    bars_svg,
    columns_svg,
    laid_out,
    tile_map_svg,
)
from kairyluu.design.charts.places import places_for
from kairyluu.design.dates import SHORT_MONTHS
from kairyluu.faces.portal.open_figures.rows import MARK, Row
from kairyluu.queries.directory import directory
from kairyluu.reports.published.cells import Cell
from kairyluu.reports.published.reading import PublishedLine
from kairyluu.rules.figures.catalogue import CATALOGUE, SHARE
from kairyluu.rules.figures.comparison import Value

MOST_BARS = 10
_KIND_WORDS = {
    "ky": ("облусу", "району", "шаары"),
    "ru": ("область", "район", "город"),
    "en": ("Oblast", "District", "City"),
}


def months_picture(
    months: Sequence[PublishedLine], code: str, title: str, language: str
) -> SafeString | None:
    """Columns by month beside those of the year before; None where there is nothing to draw."""
    if not any(cells[code].value for line in months for cells in (line.now, line.before)):
        return None
    short = SHORT_MONTHS[language]
    columns = [
        Column(
            short[int(line.key[5:]) - 1],
            line.now[code].value,
            line.before[code].value,
            note=MARK if line.now[code].is_hidden else "",
        )
        for line in months
    ]
    said = _("Columns by month, those of the year before striped; the numbers stand in the table.")
    whole = 100 if CATALOGUE[code].unit == SHARE else 0
    return columns_svg(Caption(f"months-{code}", title, said, language), columns, whole=whole)


def bars_picture(
    rows: Sequence[Row], code: str, title: str, language: str, short: Mapping[str, str]
) -> SafeString | None:
    """The first ones of a table that have a value; None where no line has one. `short`: names that would be too long for a phone."""
    unit = "%" if CATALOGUE[code].unit == SHARE else ""
    shown = [row.line for row in rows if row.line.now[code].value][:MOST_BARS]
    if not shown:
        return None
    names = {row.key: row.name for row in rows} | dict(short)
    bars = [Bar(names[line.key], line.now[code].value, line.before[code].value, unit=unit) for line in shown]
    said = _("Bars, those of the year before striped; the numbers stand in the table.")
    return bars_svg(Caption("bars", title, said, language), bars, most=100 if unit else None)


def map_picture(rows: Sequence[Row], code: str, oblast: str, title: str, language: str) -> SafeString:
    """Of the country or inside one oblast; what belongs to no place is in the table only."""
    shown = {row.key: row for row in rows if row.key and row.key != oblast}
    taken = {_bare(row.name, language) for row in shown.values() if not _is_city(row.key)}
    keys = sorted(shown)
    places = laid_out(keys, places_for(oblast), n_columns=3 if oblast else 4)
    tiles = [
        Tile(
            _short(row, taken, language),
            _value(row.line.now[code]),
            *places[key],
            note=_note(row.line.now[code]),
            unit="%" if CATALOGUE[code].unit == SHARE else "",
        )
        for key, row in shown.items()
    ]
    said = _(
        "A square for each place, roughly where it lies; a longer gauge is a larger number. The numbers stand in the table."
    )
    return tile_map_svg(Caption("map", title, said, language), tiles)


def _value(cell: Cell) -> Value:
    return None if cell.is_hidden else cell.value


def _note(cell: Cell) -> str:
    return MARK if cell.is_hidden else "—"


def _short(row: Row, taken: set[str], language: str) -> str:
    """«Алай» for «Алай району»; a city of the same name as its oblast or district keeps its word."""
    bare = _bare(row.name, language)
    return row.name if _is_city(row.key) and bare in taken else bare


def _bare(name: str, language: str) -> str:
    return " ".join(word for word in name.split() if word not in _KIND_WORDS[language]) or name


def _is_city(key: str) -> bool:
    row = directory().territories.get(key)
    return row is None or "city" in row.kind
