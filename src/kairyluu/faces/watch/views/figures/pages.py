"""Figures by choice with those of the year before, what each one means, and the appeals behind a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_figures
from kairyluu.faces.watch.views.figures.asked import UNKNOWN, Asked, condition, list_reach, read_asked
from kairyluu.faces.watch.views.figures.leading import narrower
from kairyluu.faces.watch.views.figures.shown import (
    MOVING,
    lines_of,
    reasons_of,
    said,
    total_of,
    with_bases,
)
from kairyluu.faces.watch.views.saved.pages import address_of
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import compare, count_figures, kept_from
from kairyluu.queries.figures.definitions import definition_of, definitions
from kairyluu.queries.figures.naming import name_of_dimension, names_of
from kairyluu.queries.oversight import may_read_behind
from kairyluu.queries.watching.views import list_views
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, DIMENSIONS, SHARE
from kairyluu.rules.figures.comparison import Value
from kairyluu.usecases.figures.read_behind import MOST, ReadBehind, read_behind

CUSTOMARY = (8, 9, 10)  # months for which bodies report


@require_safe
@with_figures
def figures(request: WatchRequest) -> HttpResponse:
    asked = read_asked(request.GET, request.actor, request.today)
    language = _language()
    found = compare(with_bases(asked.asking), today=request.today, apart=kept_from(request.actor))
    words = definitions(language)
    names = {one.figure.code: one.name for one in words}
    has_links = may_read_behind(request.actor)
    context = {
        "asked": asked,
        "before": found.before,
        "columns": [(code, names[code]) for code in asked.asking.codes],
        "total": total_of(asked, found, names, has_links=has_links),
        "lines": lines_of(asked, found, names, language, has_links=has_links),
        "reasons": reasons_of(found.not_comparable, names, language),
        "choices": [(one.figure.code, one.name, one.figure.code in asked.asking.codes) for one in words],
        "breakdowns": [(code, name_of_dimension(code, language)) for code in DIMENSIONS],
        "bodies": [directory().bodies_by_id[pk] for pk, _path in list_reach(request.actor).values()],
        "conditions": _conditions(asked, language),
        "moving": [(asked.address(period=code), name) for code, name in MOVING.items()],
        "views": [
            (view, address_of(view.asked), view.owner_id == request.actor.official_id)
            for view in list_views(request.actor)
        ],
        "shortcuts": _shortcuts(asked, request.today, language),
    }
    return render(request, "watch/figures.html", framed(request, "figures") | context)


@require_safe
@with_figures
def definition(request: WatchRequest, code: str) -> HttpResponse:
    """Of one figure, and with what it is reckoned."""
    if code not in CATALOGUE:
        raise Http404
    language, figure = _language(), CATALOGUE[code]
    context = {
        "said": definition_of(code, language),
        "base": definition_of(figure.base, language) if figure.base else None,
        "is_share": figure.unit == SHARE,
        "others": [one for one in definitions(language) if one.figure.code != code],
    }
    return render(request, "watch/figure.html", framed(request, "figures") | context)


@require_safe
@with_figures
def behind(request: WatchRequest) -> HttpResponse:
    """What the reader may see of it, and how many more there are."""
    code, given = request.GET.get("code", ""), request.GET.get("key")
    asked = read_asked(request.GET, request.actor, request.today)
    if code not in CATALOGUE or not may_read_behind(request.actor):
        raise Http404
    language = _language()
    key = "" if given == UNKNOWN else given
    by = asked.asking.by
    command = ReadBehind(asking=asked.asking, code=code, key=key if by else None)
    rows = read_behind(command, actor=request.actor, now=timezone.now())
    number = _number(asked, code, key, request)
    bodies = directory().bodies_by_id
    context = {
        "asked": asked,
        "said": definition_of(code, language),
        "number": said(code, number),
        "more": _more(code, number, len(rows)),
        "conditions": _conditions(asked, language),
        "line": names_of(by, [key], language)[key] if by and key is not None else "",
        "rows": [(one, bodies[one.body_id]) for one in rows],
        "is_cut": len(rows) >= MOST,
        "parts": narrower(asked, code, given, request.today, language) if len(rows) >= MOST else (),
        "most": MOST,
        "back": f"{reverse('watch:figures')}?{asked.address()}",
    }
    return render(request, "watch/figures_behind.html", framed(request, "figures") | context)


def _number(asked: Asked, code: str, key: str | None, request: WatchRequest) -> Value:
    """That of the table."""
    asking = replace(asked.asking, codes=(code,))
    counted = count_figures(asking, today=request.today, apart=kept_from(request.actor))
    if asked.asking.by is None or key is None:
        return counted.total.get(code)
    lines = {line.key: line.values for line in counted.lines}
    return lines.get(key, {}).get(code)


def _more(code: str, number: Value, n_listed: int) -> int:
    """How many of a count are not listed; of a share and of days the list is what they are counted from."""
    is_count = CATALOGUE[code].unit == COUNT and n_listed < MOST
    return max(int(number or 0) - n_listed, 0) if is_count else 0


def _conditions(asked: Asked, language: str) -> list[tuple[str, str, str, str]]:
    """In words, as the field of the form has it, and the address without it."""
    return [
        (
            name_of_dimension(dimension, language),
            names_of(dimension, [key], language)[key],
            condition(dimension, key),
            asked.without(dimension),
        )
        for dimension, key in asked.asking.where
    ]


def _shortcuts(asked: Asked, today: date, language: str) -> list[tuple[str, str]]:
    """This year with its quarters, half-years and the months one reports for, and the year before: (query, words)."""
    year = today.year
    years = names_of("year", [str(year), str(year - 1)], language)
    quarters = names_of("quarter", [f"{year}-Q{n}" for n in range(1, 5)], language)
    halves = names_of("half_year", [f"{year}-H{n}" for n in (1, 2)], language)
    months = {
        f"{year}-{n}M": _("the first %(n)s months of %(year)s") % {"n": n, "year": year}
        for n in CUSTOMARY
        if n < today.month
    }
    found = {**years, **halves, **quarters, **months}
    return [(asked.address(period=code), name) for code, name in found.items()]


def _language() -> str:
    return (get_language() or "ky")[:2]
