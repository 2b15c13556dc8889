"""What the history says of acts by which an appeal changed hands or days."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.queries.cases.case_history import Happening
from kairyluu.queries.directory import directory


def _given(h: Happening) -> str:
    where = _body(h, "to")
    if h.facts.get("kind") == "climb":
        where = _("to the superior body, %(name)s") % {"name": where}
    late = _("late") if h.facts.get("is_late") else ""
    said = (where, str(h.facts.get("part", "")), h.reason, late)
    return " ".join(_ended(part) for part in said if part)


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def _came(h: Happening) -> str:
    return _body(h, "from")


def _extended(h: Happening) -> str:
    return f"{_day(h, 'old')} → {_day(h, 'new')}. {h.reason}"


def _asked(h: Happening) -> str:
    until = _("reply until %(day)s") % {"day": _day(h, "due_on")}
    stops = _("the clock stands still") if h.facts.get("stops_clock") else ""
    return ", ".join(part for part in (until, stops) if part)


def _reason(h: Happening) -> str:
    return h.reason


def _body(h: Happening, key: str) -> str:
    body = directory().bodies.get(str(h.facts.get(key, "")))
    return body.name((get_language() or "ky")[:2]) if body else str(h.facts.get(f"{key}_name", ""))


def _day(h: Happening, key: str) -> str:
    day = parse_date(str(h.facts.get(key, "")))
    return date_format(day, "d.m.Y") if day else ""


def _registered_there(h: Happening) -> str:
    return _("No. %(number)s, %(day)s") % {"number": h.facts.get("number", ""), "day": _day(h, "on")}


def _state_there(h: Happening) -> str:
    return str(h.facts.get("state", ""))


def _handed_there(h: Happening) -> str:
    package = h.facts.get("package")
    return _("package %(number)s") % {"number": package} if package else ""


HANDS: dict[str, Callable[[Happening], str]] = {
    "forward": _given,
    "forward_part": _given,
    "arrive": _came,
    "withdraw": _reason,
    "take_back": _reason,
    "extend": _extended,
    "ask_applicant": _asked,
    "second_entry": _registered_there,
    "second_entry_handed": _handed_there,
    "state_there": _state_there,
}
