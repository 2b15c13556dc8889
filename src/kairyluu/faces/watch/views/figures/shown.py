"""The table of figures as a page shows it: names, numbers written as usual, where each number leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import quote_plus

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.design import dates
from kairyluu.faces.watch.views.figures.asked import Asked
from kairyluu.faces.watch.views.figures.leading import only_of, way_behind
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Asking, Compared, ComparedLine
from kairyluu.queries.figures.naming import names_of
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, SHARE, TIMES
from kairyluu.rules.figures.comparison import Change, NotComparable, Value, why_not_comparable
from kairyluu.rules.figures.periods import Period

MOST_LINES = 200
MOST_NAMES = 12
MOVING: dict[str, str | Promise] = {
    "last-7": _("the last 7 days"),
    "last-30": _("the last 30 days"),
    "this-month": _("this month"),
    "last-month": _("last month"),
}
REASONS: dict[str, str | Promise] = {
    "definition_changed": _("The definition changed between the two periods."),
    "snapshot": _(
        "This figure says how things stand today; how many were overdue a year ago today is not kept."
    ),
    "body_began": _("A body began to work with the portal after the earlier period had begun."),
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """`base` is what a share is a share of; `before` and `change` are empty where there is nothing to compare; `href` where there
    is nothing behind the number."""

    name: str
    text: str
    base: str = ""
    before: str = ""
    change: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownLine:
    """`only` is the query of the same figures for what this line counts alone; empty where one cannot ask so."""

    name: str
    cells: tuple[Cell, ...]
    only: str = ""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Of which figures or bodies; empty: of all."""

    names: str
    text: str | Promise


def with_bases(asking: Asking) -> Asking:
    """The same, counted with what its shares are shares of."""
    bases = [CATALOGUE[code].base for code in asking.codes]
    return replace(asking, codes=tuple(dict.fromkeys([*asking.codes, *(base for base in bases if base)])))


def reasons_of(
    not_comparable: tuple[NotComparable, ...], names: dict[str, str], language: str
) -> list[Reason]:
    bodies = directory().ever
    found = []
    for because, text in REASONS.items():
        of = [reason for reason in not_comparable if reason.because == because]
        named = [names[one.figure] for one in of if one.figure in names]
        named += [bodies[one.key].short(language) for one in of if one.key in bodies]
        more = ["…"] if len(named) > MOST_NAMES else []
        if of and (named or not any(one.figure for one in of)):
            found.append(Reason(names=", ".join(named[:MOST_NAMES] + more), text=text))
    return found


def total_of(asked: Asked, found: Compared, names: dict[str, str], *, has_links: bool) -> tuple[Cell, ...]:
    alone = alone_of(asked.asking, found.before)
    return _cells(asked, found.total, names, alone, link=way_behind(asked) if has_links else "")


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
    link = way_behind(asked) if has_links else ""
    began = {reason.key for reason in found.not_comparable if reason.because == "body_began"}
    alone, every = alone_of(asked.asking, found.before), set(asked.asking.codes)
    only = only_of(asked)
    return [
        ShownLine(
            name=words[line.key],
            cells=_cells(
                asked,
                line.changes,
                names,
                every if by == "body" and line.key in began else alone,
                link=f"{link}&key={quote_plus(line.key or '-')}" if link else "",
            ),
            only=only(line.key),
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


def _cells(
    asked: Asked, changes: Mapping[str, Change], names: dict[str, str], alone: set[str], *, link: str
) -> tuple[Cell, ...]:
    """`alone` are the figures without the year before."""
    return tuple(
        cell_of(code, changes, names, f"{link}&code={code}" if link else "", alone)
        for code in asked.asking.codes
    )


def alone_of(asking: Asking, before: Period) -> set[str]:
    """The figures that must not be read beside those of the earlier period."""
    return {code for code in asking.codes if why_not_comparable(CATALOGUE[code], asking.period, before)}


def cell_of(
    code: str, changes: Mapping[str, Change], names: dict[str, str], href: str, alone: set[str]
) -> Cell:
    change, figure = changes[code], CATALOGUE[code]
    base = changes[figure.base].now if figure.unit == SHARE and figure.base else None
    is_beside = change.before is not None and code not in alone
    return Cell(
        name=names[code],
        text=said(code, change.now),
        base=dates.figure(int(base)) if base and change.now is not None else "",
        before=said(code, change.before) if is_beside else "",
        change=shown_change(code, change) if is_beside else "",
        href=href if change.now else "",
    )


def shown_change(code: str, change: Change) -> str:
    """Of counts in per cent, of shares in points, of days in days."""
    by = change.per_cent if CATALOGUE[code].unit == COUNT else change.by
    if by is None:
        return ""
    sign = "+" if by > 0 else "−" if by < 0 else "±"
    number = str(abs(by)).replace(".", ",")
    return f"{sign}{number}{dates.NO_BREAK}%" if CATALOGUE[code].unit == COUNT else f"{sign}{number}"
