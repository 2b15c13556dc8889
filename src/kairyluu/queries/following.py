"""The page of an appeal that goes on as another: its own words and files, and the way, the days and the answer of the one
that runs now. An appeal goes on as another when it was merged (only with one of the same applicant, so the page tells him
nothing of another's) or given away to another body."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.queries.hands.chain import GIVEN_AWAY, running_leg
from kairyluu.queries.hands.steps import Step
from kairyluu.queries.tracking import PublicView, find_public_view


@dataclass(frozen=True, kw_only=True)
class FollowedView(PublicView):
    """`follows` is the appeal it was merged with, `leg` the one at another body that runs now; both None for an appeal
    of its own. `is_closed` is about the one that goes on."""

    follows: Appeal | None = None
    leg: Appeal | None = None

    @property
    def runs(self) -> Appeal:
        """Whose state, number and days are shown."""
        return self.leg or self.appeal

    @property
    def is_registered(self) -> bool:
        return bool(self.runs.number)

    @property
    def is_closed(self) -> bool:
        return (self.leg or self.follows or self.appeal).closed_at is not None


def find_followed_view(appeal_id: UUID, *, today: date) -> FollowedView:
    """As `find_public_view`; raises NoSuchAppeal."""
    own = find_public_view(appeal_id, today=today)
    merged_into = own.appeal.merged_into_id
    goes_on = running_leg(merged_into or appeal_id)
    values = {field.name: getattr(own, field.name) for field in fields(PublicView)}
    view = FollowedView(**values)
    if goes_on == appeal_id:
        return view
    lead = find_public_view(goes_on, today=today)
    return replace(
        view,
        follows=lead.appeal if merged_into else None,
        leg=None if merged_into else lead.appeal,
        body=lead.body,
        registration=own.registration if merged_into else lead.registration,
        consideration=lead.consideration,
        answer_on=lead.answer_on,
        extensions=lead.extensions,
        stops=lead.stops,
        question=lead.question,
        due_on=lead.due_on,
        days_left=lead.days_left,
        standing=lead.standing,
        progress=lead.progress,
        steps=_merged_steps(own, lead) if merged_into else _steps_of_line(own, lead, today),
        letter=lead.letter,
        letter_files=lead.letter_files,
    )


def _merged_steps(own: PublicView, lead: PublicView) -> tuple[Step, ...]:
    """Its own way until it was merged, then what happened to the other."""
    later = [step for step in lead.steps if step.word not in {"received", "registered"}]
    return tuple(sorted((*own.steps, *later), key=lambda step: step.at))


def _steps_of_line(own: PublicView, lead: PublicView, today: date) -> tuple[Step, ...]:
    """Every leg on the way from this one to the one that runs now."""
    steps, leg = list(own.steps), own.appeal.pk
    given = Handover.objects.filter(kind__in=GIVEN_AWAY)
    while (
        successor := given.filter(appeal_id=leg).values_list("successor_id", flat=True).first()
    ) is not None:
        leg = successor
        steps += lead.steps if leg == lead.appeal.pk else find_public_view(leg, today=today).steps
    return tuple(steps)
