"""Words of these pages: `{% load law %}`."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.rules.workdays import BISHKEK

register = template.Library()

MATTERS: dict[str, str | Promise] = {
    "terror": _("Act of terror"),
    "person": _("Crime against a person"),
    "property": _("Crime against property"),
    "office": _("Crime of an official"),
    "crime": _("Another crime"),
}
TENSES: dict[str, str | Promise] = {
    "prepared": _("is being prepared"),
    "committed": _("was committed"),
    "going_on": _("is being committed"),
}
CHANNELS: dict[str, str | Promise] = {
    "exchange": _("Exchange of documents"),
    "email": _("E-mail"),
    "telephone": _("Telephone"),
    "letter": _("Printed letter"),
}
STANDINGS: dict[str, tuple[str | Promise, str]] = {
    "waiting": (_("Waiting for acknowledgement"), "is-work"),
    "late": (_("Not acknowledged in time"), "is-late"),
    "acknowledged": (_("Acknowledged"), "is-work"),
    "unanswered": (_("No answer in time"), "is-late"),
    "answered": (_("Answered"), "is-done"),
}
MARKS: dict[str, str | Promise] = {
    "acknowledged": _("Acknowledged by the receiver"),
    "answered": _("Answered by the receiver"),
    "reminded": _("Reminded"),
}


@register.filter
def matter_word(code: str) -> str:
    return str(MATTERS.get(code, code))


@register.filter
def tense_word(code: str) -> str:
    return str(TENSES.get(code, code))


@register.filter
def channel_word(code: str) -> str:
    return str(CHANNELS.get(code, code))


@register.filter
def standing_word(code: str) -> str:
    return str(STANDINGS[code][0])


@register.filter
def standing_class(code: str) -> str:
    return STANDINGS[code][1]


@register.filter
def mark_word(code: str) -> str:
    return str(MARKS.get(code, code))


@register.filter
def minute(at: datetime) -> str:
    """«22.11.2026 14:05»: by the clock, day and night."""
    return at.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M")


@register.filter
def plain_day(on: date) -> str:
    return on.strftime("%d.%m.%Y")
