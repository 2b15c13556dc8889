"""The term calculator: anybody sees until when an appeal must be registered and answered, day by day and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kairyluu.design.dates import day_in_words
from kairyluu.faces.portal.forms.term import TermForm
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.clock.calculator import Counted, count_days
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import Deadline, Term
from kairyluu.rules.refusals import Refused

BECAUSE: dict[str, str | Promise] = {
    "registered_before_receipt": _(
        "An appeal cannot be registered before it was received: choose a later day."
    ),
    "no_term_in_force": _("No term is known that was in force on this day."),
    "terms_overlap": _("The terms in force on this day contradict one another: call the technical support."),
    "day_beyond_calendar": _("The days cannot be counted so far ahead."),
}
OUTSIDE: dict[str, str | Promise] = {
    "day_off": _("It came on a day off"),
    "before_opening": _("It came before the working day began"),
    "lunch": _("It came in the lunch break"),
    "after_closing": _("It came after the working day had ended"),
}


@dataclass(frozen=True, kw_only=True)
class Explained:
    """One deadline in words. `uncovered` are the years without a confirmed calendar."""

    heading: str
    term: str
    due: Deadline
    day: str
    skipped: list[tuple[str, str, bool]]
    worked: list[str]
    uncovered: bool


@require_safe
def term(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate(timezone.now())
    if "received" not in request.GET:
        return _page(request, TermForm(initial={"received": today}))
    form = TermForm(request.GET)
    counted = _counted(form)
    return _page(request, form, counted, today) if counted else _page(request, form, status=422)


def _counted(form: TermForm) -> Counted | None:
    """None with an error in the form."""
    if not form.is_valid():
        return None
    try:
        return count_days(form.question())
    except Refused as refused:
        field = "registered" if refused.code == "registered_before_receipt" else "received"
        form.add_error(field, str(BECAUSE.get(refused.code, BECAUSE["no_term_in_force"])))
        return None


def _page(
    request: HttpRequest,
    form: TermForm,
    counted: Counted | None = None,
    today: date | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "counted": counted, "failed": status != 200}
    if counted and today:
        registration = _explained(gettext("Registration"), counted.registration)
        consideration = _explained(gettext("Answer"), counted.consideration)
        context |= {
            "explained": [registration, consideration],
            "outside": OUTSIDE.get(counted.receipt.why, ""),
            "own_days": counted.has_own_days,
            "term_name": _name(counted.term),
        }
    return draw(request, "portal/term.html", context, current="help", status=status)


def _name(term: Term) -> str:
    return getattr(term, f"name_{language_now()[:2]}") or term.id


def _explained(heading: str, due: Deadline) -> Explained:
    language = language_now()[:2]
    skipped = [
        (
            day_in_words(why.date, language, weekday=True),
            getattr(why, f"name_{language}") or gettext("day off"),
            why.is_confirmed,
        )
        for why in due.skipped
    ]
    return Explained(
        heading=heading,
        term=next((_name(term) for term in directory().terms if term.id == due.term_id), due.term_id),
        due=due,
        day=day_in_words(due.due_on, language, weekday=True),
        skipped=skipped,
        worked=[day_in_words(day, language, weekday=True) for day in due.worked_by_decision],
        uncovered=due.is_beyond_calendar,
    )
