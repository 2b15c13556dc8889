"""What the desk says when an act by which an appeal changes hands or days is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from kairyluu.queries.directory import directory

Facts = dict[str, Any]

PLAIN: dict[str, tuple[str | Promise, str]] = {
    "receiver_not_open": (
        gettext_lazy("This body is not connected and cannot receive appeals here. Choose another one."),
        "to",
    ),
    "receiver_is_sender": (gettext_lazy("The appeal is already in your body. Choose another one."), "to"),
    "part_already_there": (
        gettext_lazy("This body already has a part of the appeal. Choose another one."),
        "to",
    ),
    "no_common_superior": (
        gettext_lazy(
            "The appeal was passed on too often, and no open body stands above all that held it: consider it here."
        ),
        "",
    ),
    "term_has_passed": (
        gettext_lazy("The day by law has passed: a term can only be extended before it ends."),
        "",
    ),
}


def _complained_about(facts: Facts) -> str:
    known, language = directory(), (get_language() or "ky")[:2]
    accused = known.bodies.get(str(facts["accused"]))
    return _(
        "%(name)s is complained about in this appeal, or is headed by the person complained about: the law "
        "forbids sending it there or below. Choose a body above."
    ) % {"name": accused.name(language) if accused else facts["accused"]}


def _too_short(facts: Facts) -> str:
    least = int(facts["least"])
    return ngettext(
        "Write it in words: at least %(n)d character.", "Write it in words: at least %(n)d characters.", least
    ) % {"n": least}


def _extended(facts: Facts) -> str:
    most = int(facts["most"])
    return ngettext(
        "The term may be extended %(n)d time, and that was done.",
        "The term may be extended %(n)d times, and that was done.",
        most,
    ) % {"n": most}


def _stands_still(facts: Facts) -> str:
    return _(
        "The clock stands still until the applicant replies, at the latest until %(day)s. Extend it afterwards."
    ) % {"day": _day(facts["due_on"])}


def _still_open(facts: Facts) -> str:
    return _("An earlier question waits for its reply until %(day)s.") % {"day": _day(facts["due_on"])}


def _was_silent(facts: Facts) -> str:
    return _(
        "The applicant did not reply until %(day)s and is not asked again: consider the appeal by what there is."
    ) % {"day": _day(facts["due_on"])}


def _reply_day(facts: Facts) -> str:
    return _("Choose a day from %(first)s to %(last)s.") % {
        "first": _day(facts["first"]),
        "last": _day(facts["last"]),
    }


def _day(value: Any) -> str:
    day = parse_date(str(value))
    return date_format(day, "d.m.Y") if day else ""


TOLD: dict[str, tuple[Callable[[Facts], str], str]] = {
    "receiver_complained_about": (_complained_about, "to"),
    "why_missing": (_too_short, "reason"),
    "part_missing": (_too_short, "part"),
    "question_missing": (_too_short, "question"),
    "extension_reason_too_short": (_too_short, "reason"),
    "already_extended": (_extended, ""),
    "clock_stands_still": (_stands_still, ""),
    "question_still_open": (_still_open, ""),
    "applicant_was_silent": (_was_silent, ""),
    "reply_day_not_possible": (_reply_day, "due_on"),
}
