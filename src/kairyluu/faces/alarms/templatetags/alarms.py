"""Words of alarms: `{% load alarms %}`."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kairyluu.queries.alarms.seeing import Told
from kairyluu.rules.workdays import BISHKEK

register = template.Library()

WAYS: dict[str, str | Promise] = {
    "screen": gettext_lazy("Screen"),
    "email": gettext_lazy("E-mail"),
    "sms": gettext_lazy("SMS"),
    "messenger": gettext_lazy("Messenger"),
}
FATES: dict[str, str | Promise] = {
    "read": gettext_lazy("opened"),
    "delivered": gettext_lazy("delivered"),
    "handed_over": gettext_lazy("sent"),
    "refused": gettext_lazy("not sent"),
    "deferred": gettext_lazy("tried, again soon"),
}


@register.filter
def to_the_second(value: datetime | None) -> str:
    return value.astimezone(BISHKEK).strftime("%H:%M:%S") if value else ""


@register.filter
def title_in(titles: dict[str, str], kept: str = "") -> str:
    """A post as it was called then, in the language of the page; `kept` of a row from before titles had languages."""
    return titles.get(get_language() or "ky") or titles.get("ky", "") or kept


@register.filter
def lasted(seconds: int | None) -> str:
    """«3 min 07 s»."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("%(seconds)s s") % {"seconds": rest}
    return _("%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": f"{rest:02}"}


@register.filter
def ways_of(told: Told) -> list[str]:
    """«E-mail: sent 12:40:08», one line for each way; the furthest a message came."""
    return [f"{WAYS[way]}: {_fate(marks)}" for way, marks in sorted(told.ways.items())]


def _fate(marks: dict[str, datetime]) -> str:
    for what, word in FATES.items():
        if what in marks:
            return f"{word} {to_the_second(marks[what])}"
    return _("waits")
