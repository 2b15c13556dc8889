"""Whoever was asked something and has another last day for the reply now is written to, each about his own appeal."""

from __future__ import annotations

from datetime import date

from kairyluu.data.appeals.models import Applicant, Clarification
from kairyluu.notices import outbox
from kairyluu.queries.clock.changing import Foreseen
from kairyluu.queries.clock.side_moves import QUESTION, SideMove
from kairyluu.usecases.clock.recounting import Told

NOTICE = "reply_day_moved"


def tell_applicants(moved: Foreseen, told: Told) -> int:
    """How many letters were put into the outbox: one to each main applicant with an address. Who sent a confidential
    appeal has none here and sees the day on his page."""
    moves = {one.row_id: one for one in moved.side if one.duty == QUESTION}
    if not moves:
        return 0
    asked = list(Clarification.objects.filter(pk__in=moves).select_related("appeal").order_by("pk"))
    people = Applicant.objects.filter(appeal_id__in=[one.appeal_id for one in asked], role="main")
    emails = dict(people.values_list("appeal_id", "email"))
    return sum(_tell(one, emails.get(one.appeal_id, ""), moves[one.pk], told) for one in asked)


def _tell(asked: Clarification, email: str, move: SideMove, told: Told) -> bool:
    language = asked.appeal.reply_language
    letter = outbox.put_for_applicant(
        NOTICE,
        asked.appeal,
        email,
        now=told.now,
        day=_day(date.fromisoformat(told.day["date"])),
        name=str(told.day.get(f"name_{language}") or ""),
        question=asked.question,
        old_reply_by=_day(move.old_on),
        reply_by=_day(move.new_on),
    )
    return letter is not None


def _day(value: date) -> str:
    return value.strftime("%d.%m.%Y")
