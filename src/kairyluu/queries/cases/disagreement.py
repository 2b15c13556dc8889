"""What the applicant says of the answer, and for a review the answer that is disagreed with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Answer, Appeal, Handover, Refusal
from kairyluu.queries.voice.objections import SENT, Voice, find_voice


@dataclass(frozen=True, kw_only=True)
class Disputed:
    """The letter of the first consideration. `outcome` or `ground` is a row with names; `reason` is what the
    applicant holds against it."""

    body: Body
    number: str
    on: date | None
    text: str
    language: str
    signer: str
    reason: str
    outcome: object = None
    ground: object = None


def voice_of(appeal: Appeal, today: date) -> Voice | None:
    """Nothing before a letter was sent."""
    return find_voice(appeal.pk, today=today) if appeal.state in SENT else None


def disputed_by(appeal: Appeal) -> Disputed | None:
    """For an appeal that came as a review; one query for every other."""
    if appeal.origin_id is None:
        return None
    came = Handover.objects.filter(successor=appeal, kind="review").select_related("appeal__body").first()
    if came is None:
        return None
    first = came.appeal
    answer = Answer.objects.filter(appeal=first).select_related("outcome").first()
    if answer is not None:
        return _answered(first, answer, came.reason)
    refusal = Refusal.objects.filter(appeal=first).select_related("ground").first()
    return _refused(first, refusal, came.reason) if refusal else None


def _answered(first: Appeal, answer: Answer, reason: str) -> Disputed:
    return Disputed(
        body=first.body,
        number=answer.outgoing_number,
        on=answer.outgoing_on,
        text=answer.text,
        language=answer.language,
        signer=f"{answer.signer_title} {answer.signer_name}".strip(),
        reason=reason,
        outcome=answer.outcome,
    )


def _refused(first: Appeal, refusal: Refusal, reason: str) -> Disputed:
    return Disputed(
        body=first.body,
        number=refusal.outgoing_number,
        on=first.closed_on,
        text=refusal.reason,
        language=first.reply_language,
        signer=f"{refusal.author_title} {refusal.author_name}".strip(),
        reason=reason,
        ground=refusal.ground,
    )
