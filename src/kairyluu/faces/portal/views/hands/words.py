"""The words of acts by which an appeal changed hands or days, on the applicant's page."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kairyluu.design.dates import short_day
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.steps import Step
from kairyluu.queries.tracking import PublicView

HANDS: dict[str, str | Promise] = {
    "forwarded": gettext_lazy("Forwarded to another body"),
    "part_forwarded": gettext_lazy("One question forwarded to another body"),
    "extended": gettext_lazy("Term extended"),
    "asked": gettext_lazy("The body asked you"),
    "replied": gettext_lazy("You replied"),
    "reply_moved": gettext_lazy("The calendar moved the day for your reply"),
    "withdrawn": gettext_lazy("Withdrawn"),
}


def text_of(step: Step) -> str:
    """The number given, the body it went to, or the day that was set."""
    if step.to:
        body = directory().bodies.get(step.to)
        return body.name(language_now()) if body else ""
    if step.until:
        return _("until %(day)s") % {"day": short_day(step.until)}
    return step.number


def moved_lines(view: PublicView) -> list[str]:
    """Why the day of the answer is a later one."""
    extended = [
        _("The head extended the term from %(old)s to %(new)s: %(reason)s")
        % {"old": short_day(row.old_due_on), "new": short_day(row.new_due_on), "reason": row.reason}
        for row in view.extensions
    ]
    stopped = [
        ngettext(
            "%(n)d working day is not counted: the body waited for your reply from %(first)s to %(last)s.",
            "%(n)d working days are not counted: the body waited for your reply from %(first)s to %(last)s.",
            stop.days,
        )
        % {"n": stop.days, "first": short_day(stop.asked_on), "last": short_day(stop.until)}
        for stop in view.stops
    ]
    return extended + stopped
