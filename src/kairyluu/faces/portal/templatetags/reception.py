"""A head's post and reception, a body's telephones and site, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from kairyluu.design.hours import span, weekdays
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.heads import Leader

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body

register = template.Library()


@register.filter
def reception(leader: Leader) -> str:
    """«дүйшөмбү, бейшемби, 9:00–12:00»; empty when no days are known."""
    days = weekdays(leader.reception_days, language_now())
    hours = span(leader.post.reception_hours)
    return ", ".join(part for part in (days, hours) if part) if days else ""


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
