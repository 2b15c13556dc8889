"""The page of an appeal that goes on as another: its own words and files, and the way, the days and the answer of the one
that runs now. An appeal goes on as another when it was merged (only with one of the same applicant, so the page tells him
nothing of another's) or given away to another body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.queries.hands.chain import GIVEN_AWAY
from kairyluu.queries.hands.steps import Step, list_steps
from kairyluu.queries.tracking import PublicView, find_public_view

ENTERED = ("received", "registered")


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
    way = _way(appeal_id, own.appeal.merged_into_id)
    goes_on, is_merged = way[-1]
    values = {field.name: getattr(own, field.name) for field in fields(PublicView)}
    view = FollowedView(**values)
    if goes_on == appeal_id:
        return view
    lead = find_public_view(goes_on, today=today)
    return replace(
        view,
        follows=lead.appeal if is_merged else None,
        leg=None if is_merged else lead.appeal,
        body=lead.body,
        registration=own.registration if is_merged else lead.registration,
        consideration=lead.consideration,
        answer_on=lead.answer_on,
        extensions=lead.extensions,
        stops=lead.stops,
        question=lead.question,
        replies=own.replies if is_merged else lead.replies,
        due_on=lead.due_on,
        days_left=lead.days_left,
        standing=lead.standing,
        progress=lead.progress,
        steps=_steps(own, way[1:]),
        letter=lead.letter,
        letter_files=lead.letter_files,
    )


def where_it_goes_on(appeal_id: UUID) -> UUID:
    """The appeal whose answer answers this one: itself, or where it was given away or merged in the end."""
    return _way(appeal_id, _merged_into(appeal_id))[-1][0]


def _way(appeal_id: UUID, merged_into: UUID | None) -> list[tuple[UUID, bool]]:
    """Every row from this one to the one that runs now, given away or merged in any order, and whether it is behind a
    merging. Never round in a circle."""
    way = [(appeal_id, False)]
    while True:
        leg, is_merged = way[-1]
        given = Handover.objects.filter(appeal_id=leg, kind__in=GIVEN_AWAY)
        onward = merged_into or given.values_list("successor_id", flat=True).first()
        if onward is None or onward in {row for row, _ in way}:
            return way
        way.append((onward, is_merged or merged_into is not None))
        merged_into = _merged_into(onward)


def _merged_into(appeal_id: UUID) -> UUID | None:
    return Appeal.objects.filter(pk=appeal_id).values_list("merged_into_id", flat=True).first()


def _steps(own: PublicView, way: Sequence[tuple[UUID, bool]]) -> tuple[Step, ...]:
    """Its own way; of what it was merged into, what happened to the other since it was registered."""
    steps = list(own.steps)
    for leg, is_merged in way:
        steps += [step for step in list_steps(leg) if not (is_merged and step.word in ENTERED)]
    is_one_line = not any(is_merged for _, is_merged in way)
    return tuple(steps if is_one_line else sorted(steps, key=lambda step: step.at))
