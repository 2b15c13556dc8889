"""Lines of the trust telephone: the number, the hours of both seasons, open now or when next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import Paging, cut
from kairyluu.faces.api.problems import Trouble
from kairyluu.faces.api.shapes import CodedInAll, answers, coded_in_all
from kairyluu.queries.calls.lines import NoSuchLine, card_of, find_line, languages_of
from kairyluu.queries.directory import directory

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Line as Row

router = Router(tags=["Trust telephone"])


class Hours(Schema):
    """As HH:MM-HH:MM; empty where not known."""

    work: str
    lunch: str


class Line(CodedInAll):
    body: str
    number: str = Field(description="as people write it")
    number_e164: str
    purpose: str
    summer: Hours
    winter: Hours
    season: str = Field(description="summer or winter, empty without known hours")
    is_open: bool | None = Field(description="now; null where the hours are not known")
    why_closed: str = Field(description="day_off, before_opening, lunch, after_closing; empty when open")
    opens_at: datetime | None = Field(description="when it is answered again; now when it is open")
    languages: list[str]
    takes_anonymous: bool
    records_calls: bool


class Lines(Schema):
    items: list[Line]
    next: str | None
    total: int


@router.get("", response=answers(Lines), summary="Lines of the trust telephone", url_name="lines")
def lines(request: HttpRequest, asked: Query[Paging]) -> Lines:
    """With their hours, and whether somebody answers now."""
    now = timezone.now()
    page = cut(sorted(directory().lines.values(), key=_code), asked, _code)
    return Lines(items=[_line(row, now) for row in page.rows], next=page.next, total=page.total)


@router.get("/{str:code}", response=answers(Line, 404), summary="One line", url_name="line")
def line(request: HttpRequest, code: str) -> Line:
    try:
        return _line(find_line(code), timezone.now())
    except NoSuchLine:
        raise Trouble("not_found") from None


def _code(row: Row) -> str:
    return str(row.code)


def _line(row: Row, now: datetime) -> Line:
    card = card_of(row, now)
    given = row.hours if isinstance(row.hours, dict) else {}
    spans = {
        name: str(given.get(name) or "")
        for name in ("summer_hours", "summer_lunch", "winter_hours", "winter_lunch")
    }
    return Line(
        **coded_in_all(row),
        body=row.body.code,
        number=row.number,
        number_e164=row.number_e164,
        purpose=row.purpose(language_now()),
        summer=Hours(work=spans["summer_hours"], lunch=spans["summer_lunch"]),
        winter=Hours(work=spans["winter_hours"], lunch=spans["winter_lunch"]),
        season=card.season,
        is_open=card.is_open if card.has_hours else None,
        why_closed=card.why if card.has_hours else "",
        opens_at=card.next_at.replace(second=0, microsecond=0) if card.has_hours else None,
        languages=languages_of(row),
        takes_anonymous=row.takes_anonymous,
        records_calls=row.records_calls,
    )
