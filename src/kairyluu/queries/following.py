"""The page of an appeal that was merged: its own words and files, and the way, the days and the answer of the one it goes
on as. Merging is only for appeals of one applicant, so the page tells him nothing of another's."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.tracking import PublicView, Step, find_public_view


@dataclass(frozen=True, kw_only=True)
class FollowedView(PublicView):
    """`follows` is the appeal that goes on, None for an appeal of its own; `is_closed` is about that one."""

    follows: Appeal | None = None

    @property
    def is_closed(self) -> bool:
        return (self.follows or self.appeal).closed_at is not None


def find_followed_view(appeal_id: UUID, *, today: date) -> FollowedView:
    """As `find_public_view`; raises NoSuchAppeal."""
    own = find_public_view(appeal_id, today=today)
    values = {field.name: getattr(own, field.name) for field in fields(PublicView)}
    view = FollowedView(**values)
    if own.appeal.merged_into_id is None:
        return view
    lead = find_public_view(own.appeal.merged_into_id, today=today)
    return replace(
        view,
        follows=lead.appeal,
        body=lead.body,
        consideration=lead.consideration,
        due_on=lead.due_on,
        days_left=lead.days_left,
        standing=lead.standing,
        progress=lead.progress,
        steps=_steps(own, lead),
        letter=lead.letter,
        letter_files=lead.letter_files,
    )


def _steps(own: PublicView, lead: PublicView) -> tuple[Step, ...]:
    """Its own way until it was merged, then what happened to the other."""
    later = [step for step in lead.steps if step.word not in {"received", "registered"}]
    return tuple(sorted((*own.steps, *later), key=lambda step: step.at))
