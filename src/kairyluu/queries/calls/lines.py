"""The trust telephones of a body: when they are answered, now and next. Regulation of the Alai line, I.2–I.3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.agencies.models import Body, Line, Tenure
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.calls.access import OPERATOR, may_take_call
from kairyluu.rules.facts import Actor
from kairyluu.rules.office_hours import OfficeHours, office_hours, receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek


class NoSuchLine(Refused):
    """No line has this code, or it is not the actor's."""


@dataclass(frozen=True, kw_only=True)
class LineCard:
    """A line at one moment. `why` it is not answered: day_off, before_opening, lunch, after_closing; `next_at` is when
    it is answered again, now if it is open. A line without known hours is neither open nor closed."""

    line: Line
    season: str
    has_hours: bool
    is_open: bool
    why: str
    next_at: datetime


def find_line(code: str) -> Line:
    """Raises `NoSuchLine`."""
    line = directory().lines.get(code)
    if line is None:
        raise NoSuchLine()
    return line


def lines_of(body: Body) -> list[Line]:
    return [line for line in directory().lines.values() if line.body_id == body.pk]


def card_of(line: Line, now: datetime) -> LineCard:
    known = directory()
    hours = hours_of(known, line)
    received = receipt(now, hours, known.calendar_for(line.body))
    return LineCard(
        line=line,
        season=_season(hours, now),
        has_hours=hours is not None,
        is_open=hours is not None and not received.why,
        why=received.why,
        next_at=received.counted_at,
    )


def hours_of(known: Directory, line: Line) -> OfficeHours | None:
    """The line's own season days where it has them, else those of the settings."""
    return office_hours(
        line.hours,
        summer_from=line.summer_from or known.setting("summer_from"),
        winter_from=line.winter_from or known.setting("winter_from"),
    )


def lines_answered_by(actor: Actor) -> list[Line]:
    """The lines whose operator the actor is, himself or standing in."""
    return [line for line in directory().lines.values() if answers(actor, line)]


def answers(actor: Actor, line: Line) -> bool:
    """Whether the actor holds a post that answers this line."""
    return bool(may_take_call(actor, line.body_id, posts_of(line)))


def posts_of(line: Line) -> frozenset[int]:
    """Row ids of the posts the line names; none means every operator of the body."""
    known = directory().posts
    codes = (code.strip() for code in line.posts.split("|"))
    return frozenset(known[code].pk for code in codes if code in known)


def languages_of(line: Line) -> list[str]:
    """In which a caller is answered: ky, ru, en."""
    return [code for code in line.languages.split("|") if code] or ["ky"]


def operators_of(line: Line, today: date) -> list[Tenure]:
    """Who answers the line today, stand-ins too (III.1)."""
    named, holders = posts_of(line), directory().holders_in(line.body_id, today, OPERATOR)
    return [tenure for tenure in holders if not named or tenure.post_id in named]


def _season(hours: OfficeHours | None, now: datetime) -> str:
    if hours is None:
        return ""
    return "summer" if hours.is_summer(date_in_bishkek(now)) else "winter"
