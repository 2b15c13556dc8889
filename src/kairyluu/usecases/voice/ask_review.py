"""The applicant disagrees: the body above looks again, by other people, with a clock of its own, linked to the first.

Law No. 67 gives the right to complain about an answer to a higher body (the wording was not read, see domain 2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.handing import hand_over
from kairyluu.data.appeals.models import Appeal, Handover, Recusal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.queries.voice.objections import last_day_of_review
from kairyluu.queries.voice.reviewers import handled_by, reviewing_body
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import main_applicant
from kairyluu.usecases.voice.opening import answered

HANDLED_BEFORE = "took part in the first consideration"


@dataclass(frozen=True, kw_only=True)
class AskReview:
    """`reason` says with what the applicant disagrees; the reviewer reads it first."""

    appeal_id: UUID
    reason: str


class ReasonMissing(Refused):
    """A review needs a word on what is wrong with the answer."""


class ReviewTooLate(Refused):
    """The days to ask for a review are over; facts: until."""


class NobodyAbove(Refused):
    """No open body stands above the one that answered."""


@act
def ask_review(command: AskReview, *, actor: Actor, now: datetime) -> Appeal:
    """The new appeal at the body above. Asked twice it is the same one."""
    if not command.reason.strip():
        raise ReasonMissing()
    appeal = answered(command.appeal_id)
    asked = Handover.objects.filter(appeal=appeal, kind="review").select_related("successor").first()
    if asked is not None:
        return asked.successor
    _check_day(appeal, now)
    reviewer = reviewing_body(appeal, date_in_bishkek(now))
    if reviewer is None:
        raise NobodyAbove()

    handover = Handover(kind="review", part=command.reason, reason=command.reason, made_at=now)
    due = directory().registration_due(now, reviewer)
    review = hand_over(appeal, handover, reviewer, due=due, now=now)
    _keep_out(appeal, review, now)

    facts = {"to": reviewer.code, "to_name": reviewer.name_ky, "successor": str(review.pk)}
    record(
        "ask_review",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.reason,
    )
    came = {"from": appeal.body.code, "from_name": appeal.body.name_ky, "kind": "review"}
    record("arrive", actor=actor, now=now, appeal_id=review.id, body_code=reviewer.code, facts=came)
    outbox.put_for_applicant("review_opened", review, main_applicant(review).email, now=now)
    return review


def _check_day(appeal: Appeal, now: datetime) -> None:
    until = last_day_of_review(appeal.closed_on or date_in_bishkek(now))
    if date_in_bishkek(now) > until:
        raise ReviewTooLate({"until": until.isoformat()})


def _keep_out(appeal: Appeal, review: Appeal, now: datetime) -> None:
    """Whoever answered, signed or refused does not look at his own work again, wherever he serves by then."""
    # Who stepped aside from the first consideration came along with it.
    aside = set(Recusal.objects.filter(appeal=review).values_list("official_id", flat=True))
    Recusal.objects.bulk_create(
        Recusal(appeal=review, official_id=official, reason=HANDLED_BEFORE, declared_at=now)
        for official in sorted(handled_by(appeal.pk) - aside)
    )
