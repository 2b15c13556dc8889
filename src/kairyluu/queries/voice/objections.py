"""What an applicant may say of a sent answer, and who above the body would look at it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import prefetch_related_objects

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Handover, Promise, Rating
from kairyluu.queries.directory import directory
from kairyluu.queries.voice.promised import list_promised
from kairyluu.queries.voice.reviewers import reviewing_body
from kairyluu.rules import states

SENT = (states.ANSWERED, states.REFUSED)


@dataclass(frozen=True, kw_only=True)
class Voice:
    """`reviewer` is the body that would look again, None where nobody stands above; `review_until` the last day to
    ask; `review` the appeal that the review became. All empty before an answer was sent."""

    may_speak: bool
    rating: Rating | None = None
    reviewer: Body | None = None
    review_until: date | None = None
    may_ask_review: bool = False
    review: Appeal | None = None
    promises: tuple[Promise, ...] = ()


def find_voice(appeal_id: UUID, *, today: date) -> Voice:
    """Whoever calls has already shown to be the applicant, or may see the case."""
    appeal = Appeal.objects.filter(pk=appeal_id).defer("search").select_related("body", "rating").first()
    if appeal is None or appeal.state not in SENT or appeal.closed_on is None:
        return Voice(may_speak=False)
    prefetch_related_objects([appeal], "targets", "assignments", "recusals")
    reviewer, until = reviewing_body(appeal, today), last_day_of_review(appeal.closed_on)
    asked = Handover.objects.filter(appeal=appeal, kind="review").select_related("successor__body").first()
    return Voice(
        may_speak=True,
        rating=getattr(appeal, "rating", None),
        reviewer=reviewer,
        review_until=until,
        may_ask_review=reviewer is not None and today <= until and asked is None,
        review=asked.successor if asked else None,
        promises=tuple(list_promised(appeal)),
    )


def last_day_of_review(answered_on: date) -> date:
    """A setting, in calendar days: the law's own term was not read."""
    return answered_on + timedelta(days=directory().number("review_days"))
