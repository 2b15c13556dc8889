"""A head's post and reception, a body's telephones and site, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kairyluu.design.dates import clock
from kairyluu.design.hours import span, weekdays
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.calls.lines import LineCard
from kairyluu.queries.heads import Leader

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body

register = template.Library()


@register.filter
def unbroken(words: str) -> SafeString:
    """Hours that stay on one line; nothing for nothing."""
    return format_html('<span class="nowrap">{}</span>', words) if words else SafeString()


@register.filter
def reception(leader: Leader) -> SafeString:
    """«дүйшөмбү, бейшемби, 9:00–12:00»; empty when no days are known."""
    days = weekdays(leader.reception_days, language_now())
    hours = unbroken(span(leader.post.reception_hours))
    return format_html_join(", ", "{}", ((part,) for part in (days, hours) if part)) if days else SafeString()


@register.filter
def post_title(leader: Leader) -> str:
    return leader.post.title(language_now())


@register.filter
def phones_in_words(written: str) -> str:
    """Several numbers stand parted by `|`."""
    return ", ".join(number.strip() for number in written.split("|") if number.strip())


@register.filter
def bare_address(url: str) -> str:
    """`https://chon-alai.gov.kg/` → `chon-alai.gov.kg`."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


@register.filter
def short_in_language(body: Body) -> str:
    return body.short(language_now())


@register.filter
def clock_time(value: datetime) -> str:
    """9:05, in Bishkek."""
    return clock(value)


@register.filter
def told_when_closed(card: LineCard) -> str:
    return card.line.told_when_closed(language_now())
