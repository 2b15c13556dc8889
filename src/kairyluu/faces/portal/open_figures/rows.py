"""A published table as a page and a file show it: names, order, numbers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kairyluu.design.charts import number
from kairyluu.design.dates import NO_BREAK
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.definitions import Definition, definition_of
from kairyluu.queries.figures.naming import names_of
from kairyluu.reports.published.cells import Cell, change_of
from kairyluu.reports.published.reading import Published, PublishedLine
from kairyluu.reports.published.tables import APART
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, DAYS, SCORE, SHARE
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.spelling import sort_key

MARK = "*"  # of a hidden number; the page says what it means
_PLACES = {COUNT: None, DAYS: None, SHARE: 1, SCORE: 2}


@dataclass(frozen=True)
class Number:
    """`look` is `up` or `down` of a change."""

    words: str
    is_hidden: bool = False
    look: str = ""


@dataclass(frozen=True)
class Row:
    """`cells` by column: of the first figure now, a year before and the change, of each other one now."""

    key: str
    name: str
    href: str
    cells: tuple[Number, ...]
    line: PublishedLine


@dataclass(frozen=True)
class Column:
    words: str
    note: str = ""


def rows_of(
    published: Published,
    names: Mapping[str, str],
    language: str,
    *,
    href: Callable[[str], str] = lambda key: "",
) -> list[Row]:
    """The largest first; hidden ones by name, so that their order tells nothing."""
    main = published.table.main

    def order(line: PublishedLine) -> tuple[bool, bool, Decimal, str]:
        cell = line.now[main]
        value = Decimal(cell.value or 0)
        return line.key in ("", APART), cell.is_hidden, -value, sort_key(names[line.key])

    return [
        Row(line.key, names[line.key], href(line.key), cells_of(line, published.table.shown, language), line)
        for line in sorted(published.lines, key=order)
    ]


def cells_of(line: PublishedLine, codes: Sequence[str], language: str) -> tuple[Number, ...]:
    main, *rest = codes
    first = [written(main, cells[main], language) for cells in (line.now, line.before)]
    change = changed(change_of(line.now[main], line.before[main]), language)
    return (*first, change, *(written(code, line.now[code], language) for code in rest))


def written(code: str, cell: Cell, language: str) -> Number:
    if cell.is_hidden:
        return Number(MARK, is_hidden=True)
    return Number(in_words(code, cell.value, language))


def in_words(code: str, value: Value, language: str) -> str:
    unit = CATALOGUE[code].unit
    return number(value, language, places=_PLACES[unit], unit="%" if unit == SHARE else "")


def changed(cell: Cell, language: str) -> Number:
    if cell.is_hidden:
        return Number(MARK, is_hidden=True)
    if cell.value is None:
        return Number("—")
    by = Decimal(cell.value)
    look = "up" if by > 0 else "down" if by < 0 else ""
    return Number(number(abs(by), language, places=1, unit="%"), look=look)


def moved(code: str, now: Cell, before: Cell, language: str) -> Number:
    """From the year before to now: of counts in per cent, of shares in points, of days in days."""
    unit = CATALOGUE[code].unit
    if unit == COUNT:
        return changed(change_of(now, before), language)
    if now.is_hidden or before.is_hidden:
        return Number(MARK, is_hidden=True)
    if now.value is None or before.value is None:
        return Number("—")
    by = Decimal(now.value) - Decimal(before.value)
    word = {SHARE: pgettext("unit of a change", "points"), DAYS: pgettext("unit of a change", "days")}.get(
        unit
    )
    text = number(abs(by), language, places=_PLACES[unit])
    look = "up" if by > 0 else "down" if by < 0 else ""
    return Number(f"{text}{NO_BREAK}{word}" if word else text, look=look)


def names_for(published: Published, language: str) -> dict[str, str]:
    """Of every line; those of bodies in full."""
    table = published.table
    keys = [line.key for line in published.lines]
    found = names_of(table.by, [key for key in keys if key != APART], language)
    if table.by == "body":
        bodies = directory().ever
        found |= {key: bodies[key].name(language) for key in keys if key in bodies}
    if table.inside:
        found[table.inside] = _("not known more precisely")
    return found | {APART: _("Complaints about somebody and confidential appeals, all bodies together")}


def definitions_of(codes: Iterable[str], language: str) -> list[Definition]:
    return [definition_of(code, language) for code in dict.fromkeys(codes)]
