"""The table of figures as a page shows it: names, numbers written as usual, where each number leads."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.design import dates
from kairyluu.faces.watch.views.figures.asked import Asked
from kairyluu.queries.figures import Compared, ComparedLine
from kairyluu.queries.figures.naming import names_of
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, SHARE, TIMES
from kairyluu.rules.figures.comparison import Change, Value

MOST_LINES = 200
MOVING: dict[str, str | Promise] = {
    "last-7": _("the last 7 days"),
    "last-30": _("the last 30 days"),
    "this-month": _("this month"),
    "last-month": _("last month"),
}
REASONS: dict[str, str | Promise] = {
    "definition_changed": _("The definition changed between the two periods."),
    "snapshot": _("This figure is of today, whatever the period."),
    "body_began": _("A body began to work with the portal after the earlier period had begun."),
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """`before` and `change` are empty where there is nothing to compare; `href` where there is nothing behind the number."""

    name: str
    text: str
    before: str = ""
    change: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownLine:
    name: str
    cells: tuple[Cell, ...]


def total_of(asked: Asked, found: Compared, names: dict[str, str], *, has_links: bool) -> tuple[Cell, ...]:
    link = _link(asked) if has_links else ""
    return tuple(_cell(code, change, None, names, link) for code, change in found.total.items())


def lines_of(
    asked: Asked, found: Compared, names: dict[str, str], language: str, *, has_links: bool
) -> list[ShownLine]:
    """Times in their order, other lines by the first figure, the largest first."""
    by = asked.asking.by or ""
    lines = list(found.lines)
    if by not in TIMES:
        first = asked.asking.codes[0]
        lines.sort(key=lambda line: (-_size(line, first), line.key))
    lines = lines[:MOST_LINES]
    words = names_of(by, [line.key for line in lines], language) if by else {}
    link = _link(asked) if has_links else ""
    return [
        ShownLine(
            name=words[line.key],
            cells=tuple(_cell(code, change, line.key, names, link) for code, change in line.changes.items()),
        )
        for line in lines
    ]


def said(code: str, value: Value) -> str:
    """As people write it; a dash where there is nothing to count from."""
    if value is None:
        return "–"
    if CATALOGUE[code].unit == SHARE:
        return dates.per_cent(Decimal(value))
    return dates.figure(value) if isinstance(value, int) else str(value).replace(".", ",")


def _size(line: ComparedLine, code: str) -> Decimal:
    value = line.changes[code].now
    return Decimal(-1) if value is None else Decimal(value)


def _link(asked: Asked) -> str:
    """To the appeals behind the numbers, but for which number: written once, a ranking has hundreds."""
    return f"{reverse('watch:figures-behind')}?{asked.address()}"


def _cell(code: str, change: Change, key: str | None, names: dict[str, str], link: str) -> Cell:
    href = ""
    if link and change.now:
        href = f"{link}&{urlencode({'code': code} | ({'key': key or '-'} if key is not None else {}))}"
    return Cell(
        name=names[code],
        text=said(code, change.now),
        before=said(code, change.before) if change.before is not None else "",
        change=shown_change(code, change),
        href=href,
    )


def shown_change(code: str, change: Change) -> str:
    """Of counts in per cent, of shares in points, of days in days."""
    by = change.per_cent if CATALOGUE[code].unit == COUNT else change.by
    if by is None:
        return ""
    sign = "+" if by > 0 else "−" if by < 0 else "±"
    number = str(abs(by)).replace(".", ",")
    return f"{sign}{number}{dates.NO_BREAK}%" if CATALOGUE[code].unit == COUNT else f"{sign}{number}"
