"""The first page: what the portal is for, what happens to an appeal, where to call, last month's figures."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import npgettext
from django.views.decorators.http import require_safe

from kairyluu.faces.portal import telephones
from kairyluu.faces.portal.open_figures import periods
from kairyluu.faces.portal.open_figures.rows import written
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.directory import Directory, directory
from kairyluu.reports.published.overview import read_month
from kairyluu.reports.published.tables import MEDIAN
from kairyluu.rules.deadlines import (
    CALENDAR_DAYS,
    CONSIDERATION,
    REGISTRATION,
    NoTermInForce,
    Term,
    TermsOverlap,
    term_in_force,
)
from kairyluu.rules.figures.periods import Period


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    known = directory()
    context = {
        "registration": _term(known, REGISTRATION, today),
        "consideration": _term(known, CONSIDERATION, today),
        "emergency_phone": known.settings.get("emergency_phone", ""),
        "n_bodies": sum(body.is_open for body in known.bodies.values()),
    }
    return draw(request, "portal/home.html", context | _telephone(known, today) | _figures(now, today))


def _term(known: Directory, family: str, today: date) -> dict[str, Any]:
    """How long a term is today, and in words as «14 жумуш күн»; without one nothing is promised."""
    try:
        term = term_in_force(known.terms, family, today)
    except (NoTermInForce, TermsOverlap):
        return {}
    return {"amount": term.amount, "words": _in_words(term)}


def _in_words(term: Term) -> str:
    if term.unit == CALENDAR_DAYS:
        words = npgettext("within", "%(n)s calendar day", "%(n)s calendar days", term.amount)
    else:
        words = npgettext("within", "%(n)s working day", "%(n)s working days", term.amount)
    return words % {"n": term.amount}


def _telephone(known: Directory, today: date) -> dict[str, Any]:
    body = telephones.district_with_trust_phone(known, language_now())
    if body is None:
        return {}
    return {
        "district": body,
        "trust_phones": telephones.trust_phones(body),
        "hours": telephones.hours_of(body, telephones.season(known, today)),
    }


def _figures(now: datetime, today: date) -> dict[str, Any]:
    """Of the last month that has ended; kept for some minutes, hidden where they are small."""
    last = today.replace(day=1) - timedelta(days=1)
    month = Period.month(last.year, last.month)
    cells = read_month(month, now=now, today=today)
    language = language_now()
    return {
        "month": periods.in_words(month),
        "month_code": month.code,
        "n": {code: written(code, cell, language) for code, cell in cells.items()},
        "median_days": cells[MEDIAN].value,
    }
