"""What the applicant says of the answer, and for a review the answer that is disagreed with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Answer, Appeal, Handover, Refusal
from kairyluu.data.reference.models import Outcome
from kairyluu.queries.following import where_it_goes_on
from kairyluu.queries.voice.objections import SENT, Voice, find_voice
from kairyluu.queries.voice.reviewers import nobody_decides
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek


@dataclass(frozen=True, kw_only=True)
class Disputed:
    """The letter of the first consideration. `outcome` or `ground` is a row with names; `reason` is what the
    applicant holds against it. `has_nobody`: every head here is kept out of the review."""

    body: Body
    number: str
    on: date | None
    text: str
    language: str
    signer: str
    reason: str
    outcome: object = None
    ground: object = None
    has_nobody: bool = False


@dataclass(frozen=True, kw_only=True)
class ReviewAsked:
    """What the body whose answer is disputed learns: that a review was asked and why, and once it is closed by whom it
    was decided how. `review` only for who may open it."""

    asked_on: date
    reason: str
    review: Appeal | None = None
    decided_by: Body | None = None
    decided_on: date | None = None
    outcome: Outcome | None = None


def voice_of(appeal: Appeal, today: date) -> Voice | None:
    """Nothing before a letter was sent."""
    return find_voice(appeal.pk, today=today) if appeal.state in SENT else None


def review_asked(actor: Actor, appeal: Appeal) -> ReviewAsked | None:
    """Of a closed appeal; no query while it is open."""
    if appeal.state not in SENT:
        return None
    asked = Handover.objects.filter(appeal=appeal, kind="review").select_related("successor__body").first()
    if asked is None:
        return None
    decided = (
        Appeal.objects.defer("search")
        .select_related("body", "outcome")
        .get(pk=where_it_goes_on(asked.successor_id))
    )
    is_over = not decided.is_open
    return ReviewAsked(
        asked_on=date_in_bishkek(asked.made_at),
        reason=asked.reason,
        review=asked.successor if policies.may_see(actor, asked.successor.facts()) else None,
        decided_by=decided.body if is_over else None,
        decided_on=decided.closed_on,
        outcome=decided.outcome if is_over else None,
    )


def disputed_by(appeal: Appeal, today: date) -> Disputed | None:
    """For an appeal that came as a review; one query for every other."""
    if appeal.origin_id is None:
        return None
    came = Handover.objects.filter(successor=appeal, kind="review").select_related("appeal__body").first()
    if came is None:
        return None
    first = came.appeal
    answer = Answer.objects.filter(appeal=first).select_related("outcome").first()
    if answer is not None:
        disputed = _answered(first, answer, came.reason)
        return replace(disputed, has_nobody=nobody_decides(appeal, today))
    refusal = Refusal.objects.filter(appeal=first).select_related("ground").first()
    if refusal is None:
        return None
    return replace(_refused(first, refusal, came.reason), has_nobody=nobody_decides(appeal, today))


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
