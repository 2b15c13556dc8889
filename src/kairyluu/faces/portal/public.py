"""The public view of an appeal in the words of the page's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kairyluu.design.dates import day_in_words
from kairyluu.faces.portal.page import language_now
from kairyluu.faces.portal.views.hands.words import HANDS, moved_lines, text_of
from kairyluu.queries.directory import directory
from kairyluu.queries.tracking import PublicView
from kairyluu.rules.deadlines import Deadline


@dataclass(frozen=True)
class Line:
    """A line of the timeline; `until` is a day in words for what is still to come."""

    title: str
    when: datetime | None = None
    until: str = ""
    text: str = ""
    look: str = ""


@dataclass(frozen=True)
class Why:
    """A day by law and why it is that day, in words; `holidays` are the days stepped over that are no plain weekend."""

    due_on: date
    until: str
    starts: str
    amount: int
    unit: str
    holidays: tuple[str, ...]


def shown(view: PublicView, today: date) -> dict[str, Any]:
    """What the templates of the receipt and of tracking share."""
    language = language_now()
    known = directory()
    letter = view.letter
    outcome = known.outcomes.get(letter.outcome) if letter else None
    ground = known.grounds.get(letter.ground) if letter else None
    return {
        "view": view,
        "registration": _why(view.registration, language, today),
        "consideration": _why(view.consideration, language, today, view.answer_on),
        "moved": moved_lines(view),
        "steps": _lines(view, language, today),
        "post_title": view.post.title(language) if view.post else "",
        "outcome": outcome.name(language) if outcome else "",
        "ground": ground.name(language) if ground else "",
    }


def _why(due: Deadline, language: str, today: date, until: date | None = None) -> Why:
    """`until` is the day that counts where it was moved since."""
    last = until or due.due_on
    named = ((off.date, getattr(off, f"name_{language}") or off.name_ky) for off in due.skipped)
    return Why(
        due_on=last,
        until=day_in_words(last, language, today=today, weekday=True),
        starts=day_in_words(due.starts_on, language, today=today),
        amount=due.amount,
        unit=due.unit,
        holidays=tuple(f"{day_in_words(day, language, today=today)} ({name})" for day, name in named if name),
    )


def _lines(view: PublicView, language: str, today: date) -> list[Line]:
    """What happened, oldest first, then what is due."""
    titles = {
        "received": _("Received"),
        "registered": _("Registered"),
        "assigned": _("Given to an executor"),
        "answered": _("Answer sent"),
        "refused": _("Consideration refused"),
        "merged": _("Merged with your earlier appeal"),
    } | HANDS
    done = [Line(str(titles[s.word]), when=s.at, text=text_of(s)) for s in view.steps]
    return done + (
        [] if getattr(view, "is_closed", view.appeal.closed_at) else _to_come(view, language, today)
    )


def _to_come(view: PublicView, language: str, today: date) -> list[Line]:
    def until(day: date) -> str:
        return _("until %(day)s") % {"day": day_in_words(day, language, today=today, weekday=True)}

    def at_latest(day: date) -> str:
        return _("at the latest %(day)s") % {"day": day_in_words(day, language, today=today, weekday=True)}

    look = "is-late" if view.days_left is not None and view.days_left < 0 else "is-next"
    answer = Line(_("Answer of the body"), until=until(view.answer_on), look=look)
    if view.is_registered:
        return [answer]
    return [
        Line(_("Registration"), until=until(view.registration.due_on), look=look),
        Line(_("Answer of the body"), until=at_latest(view.answer_on), look="is-next"),
    ]
