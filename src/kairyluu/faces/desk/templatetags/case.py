"""Words that only the case page needs: `{% load case %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

LOOKS: dict[str, str | Promise] = {
    "case": _("Looked at the appeal"),
    "letter": _("Looked at the letter"),
    "file": _("Opened a file"),
    "address_sheet": _("Looked at the address"),
    "list": _("Seen in a list"),
    "search": _("Seen among search results"),
    "register": _("Seen in the register book"),
    "proof": _("Took the proof file"),
    "identity": _("Opened who sent it"),
    "control": _("Seen on the page of control"),
    "alarm": _("Looked at its alarm"),
}


@register.filter
def look_word(what: str) -> str:
    """What was looked at; other pages of the system under one word."""
    return str(LOOKS.get(what) or gettext("Looked at the appeal"))


LEVELS: dict[str, str | Promise] = {
    "head": _("Control of the head"),
    "superior": _("Control of the body above"),
    "apparatus": _("Control of the Government Apparatus"),
}
DUTIES: dict[str, str | Promise] = {
    "registration": _("registration"),
    "consideration": _("answer to the applicant"),
    "internal": _("internal due day"),
    "control_request": _("request for information"),
    "promise": _("promise of the answer"),
    "silence": _("question to the applicant"),
}


@register.filter
def level_word(level: str) -> str:
    return str(LEVELS.get(level, level))


@register.filter
def reminder_words(reminder: Any) -> str:
    """What somebody was reminded of: the duty and its day; and where no letter could leave."""
    duty = DUTIES.get(reminder.duty, reminder.duty)
    words = gettext("%(duty)s, due %(day)s") % {"duty": duty, "day": f"{reminder.due_on:%d.%m.%Y}"}
    return words if reminder.notice_id else gettext("%(words)s; no letter has left") % {"words": words}


@register.filter
def post_title(post: Any) -> str:
    """The title of a post in the language of the page; nothing without a post."""
    return str(post.title(_language())) if post is not None and hasattr(post, "title") else ""


@register.filter
def day_off_name(day: Any) -> str:
    """The holiday or the decision that made it a day off; nothing for a plain weekend."""
    return str(getattr(day, f"name_{_language()}", "") or day.name_ky)


def _language() -> str:
    return (get_language() or "ky")[:2]
