"""Question by question: what a letter says, and the same for those who wait for it. Steps of sending an answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings

from kairyluu.data.appeals.models import Appeal, Promise, Question
from kairyluu.gateways.documents import LetterPoint
from kairyluu.queries.voice.objections import last_day_of_review, reviewing_body
from kairyluu.rules.workdays import date_in_bishkek


def copy_points(lead: Appeal, member: Appeal) -> None:
    """The answers to the lead's questions for an appeal of the same cause that has none of its own; what is promised
    stays with the lead."""
    if Question.objects.filter(appeal=member).exists():
        return
    for question in Question.objects.filter(appeal=lead):
        question.pk, question.appeal, question.is_promise = None, member, False
        question.save(force_insert=True)


def make_promises(appeal: Appeal, *, now: datetime) -> list[Promise]:
    """What the letter promises, each with its day; they stay open when the appeal is closed."""
    promised = Question.objects.filter(appeal=appeal, is_promise=True, done_by__isnull=False)
    return Promise.objects.bulk_create(
        Promise(appeal=appeal, question=q, text=q.measure or q.answer, due_on=q.done_by, made_at=now)
        for q in promised
        if q.done_by is not None
    )


def way_to_complain(appeal: Appeal, language: str, sent_at: datetime) -> dict[str, Any]:
    """How to complain about this letter: who above looks at it again and until which day."""
    above = reviewing_body(appeal, date_in_bishkek(sent_at))
    if above is None:
        return {}
    return {
        "above": above.name(language),
        "review_until": day_on_paper(last_day_of_review(date_in_bishkek(sent_at))),
        "track_url": f"{settings.BASE_URL}/track/",
        "tracking_number": appeal.tracking_number,
    }


def letter_points(appeal: Appeal) -> tuple[LetterPoint, ...]:
    questions = Question.objects.filter(appeal=appeal)
    return tuple(
        LetterPoint(q.position, q.text, q.answer, q.norm, q.measure, day_on_paper(q.done_by))
        for q in questions
        if q.answer.strip()
    )


def day_on_paper(value: date | None) -> str:
    return value.strftime("%d.%m.%Y") if value else ""
