"""Words of the console: `{% load console %}`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.design.dates import clock
from kairyluu.faces.console.page import language_now
from kairyluu.queries.staff import Colleague

register = template.Library()

NO_APPEAL: dict[str, str | Promise] = {
    "groundless": _("Groundless"),
    "wrong_number": _("Wrong number"),
    "silent": _("Silent"),
    "prank": _("Prank"),
}
OUTCOMES: dict[str, str | Promise] = {
    "open": _("Not ended"),
    "registered": _("Registered as an appeal"),
    "explained": _("Explained"),
    "noted": _("No appeal"),
}
CONCERNS: dict[str, str | Promise] = {
    "nobody": _("Nobody"),
    "official": _("An official of this body"),
    "body": _("A body of the district"),
    "words": _("Somebody else"),
}

FAULTS: dict[str, str | Promise] = {
    "TimeoutError": _("It does not answer"),
    "URLError": _("It cannot be reached"),
    "number_taken": _("It gave the number of another appeal"),
    "no_system": _("The body has no such system any more"),
    "": _("Not sent yet"),
}

BACKS: dict[str, str | Promise] = {
    "closed": _("Called outside the hours"),
    "missed": _("Nobody answered"),
    "unwritten": _("Answered, nothing written down"),
    "asked": _("Noted by an operator"),
    "not_reached": _("Not reached"),
    "given_up": _("Give up"),
    "not_needed": _("No longer needed"),
}


@register.filter
def back_word(code: str) -> str:
    return str(BACKS.get(code, code))


OWN_NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


@register.filter
def own_name(code: str) -> str:
    """A language as its speakers call it."""
    return OWN_NAMES.get(code, code)


@register.filter
def fault_word(code: str) -> str:
    """Why a second registration has not got through; the code itself where it says more to who mends it."""
    return str(FAULTS.get(code) or gettext("The system answered: %(code)s") % {"code": code})


@register.filter
def no_appeal_word(code: str) -> str:
    return str(NO_APPEAL.get(code, code))


@register.filter
def outcome_word(code: str) -> str:
    return str(OUTCOMES.get(code, code))


@register.filter
def concern_word(code: str) -> str:
    return str(CONCERNS.get(code, code))


@register.filter
def clock_time(value: datetime) -> str:
    return clock(value)


@register.filter
def count_of(counts: Mapping[str, int], code: str) -> int:
    return counts.get(code, 0)


@register.filter
def of_line(people: Mapping[str, list[Any]], code: str) -> list[Any]:
    return people.get(code, [])


@register.filter
def split(words: str) -> list[str]:
    return words.split(",")


@register.filter
def title_of(person: Colleague) -> str:
    return person.title(language_now())
