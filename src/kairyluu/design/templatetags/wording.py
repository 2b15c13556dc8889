"""Words for codes, days and figures: `{% load wording %}`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from kairyluu.design import dates
from kairyluu.design import wording as words
from kairyluu.design.law import law_words
from kairyluu.design.sources import SourceLink, source_links

register = template.Library()


def _language() -> str:
    language = (get_language() or "ky")[:2]
    return language if language in dates.MONTHS else "ky"


@register.filter
def state_word(code: str) -> str:
    return str(words.word_for(words.STATES, code).text)


@register.filter
def scope_word(scope: str) -> str:
    """What it lets a program do, with the code programmers know it by."""
    return f"{pgettext('api', words.SCOPES[scope])} ({scope})" if scope in words.SCOPES else scope


@register.filter
def law(basis: str) -> str:
    """The law a term stands on, in the language of the page."""
    return law_words(basis)


@register.filter
def unbroken(number: str) -> SafeString:
    """A number that stays on one line, also inside a translated sentence."""
    return format_html('<span class="nowrap">{}</span>', number)


@register.filter
def score_word(score: int) -> str:
    """A mark of the national scale in words."""
    return str(words.word_for(words.SCORES, str(score)).text)


@register.filter
def sources(row: Any) -> list[SourceLink]:
    """Where a term or a deadline can be read: each with a short name, and an address where there is one."""
    return source_links(str(row.source or ""), str(getattr(row, "legal_basis", "") or ""))


@register.filter
def kind_word(code: str) -> str:
    return str(words.word_for(words.KINDS, code).text)


@register.filter
def role_word(code: str) -> str:
    return str(words.word_for(words.ROLES, code).text)


@register.filter
def body_kind_word(code: str) -> str:
    return str(words.word_for(words.BODY_KINDS, code).text)


@register.filter
def act_word(code: str) -> str:
    return str(words.word_for(words.ACTS, code).text)


@register.filter
def in_language(row: object) -> str:
    """The name of a directory row in the language of the page."""
    return str(row.name(_language())) if row is not None and hasattr(row, "name") else ""


@register.filter
def day(value: date | datetime | None, today: date | None = None) -> SafeString | str:
    """A `<time>` with the day in words; `{{ due_on|day:today }}` leaves out the year where it is this one."""
    return _time(value, dates.day_in_words(value, _language(), today=today)) if value else ""


@register.filter
def weekday(value: date | datetime | None, today: date | None = None) -> SafeString | str:
    """A `<time>` with the day in words and the weekday; the year as for `day`."""
    return _time(value, dates.day_in_words(value, _language(), today=today, weekday=True)) if value else ""


@register.filter
def short_day(value: date | datetime | None) -> SafeString | str:
    return _time(value, dates.short_day(value)) if value else ""


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """24.11.2026 9:05."""
    return _time(value, f"{dates.short_day(value)} {dates.clock(value)}") if value else ""


@register.filter
def figure(value: int | None) -> str:
    return "" if value is None else dates.figure(int(value))


@register.filter
def per_cent(value: float | None) -> str:
    return "—" if value is None else dates.per_cent(value)


@register.filter
def days_left(n: int) -> str:
    return dates.working_days_left(n, _language())


def _time(value: date | datetime, text: str) -> SafeString:
    stamp = value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    return format_html('<time datetime="{}">{}</time>', stamp, text)
