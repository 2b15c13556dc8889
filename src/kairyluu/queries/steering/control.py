"""Control of one appeal as the case page shows it: marks, requests for information, who was reminded when."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model

from kairyluu.data.appeals.models import ControlMark, ControlRequest, Reminder
from kairyluu.rules.facts import AppealFacts

MOST_REMINDERS = 200


@dataclass(frozen=True, kw_only=True)
class Control:
    """Rows are read-only, with post, body and officials; `reminders` newest first."""

    standing: tuple[ControlMark, ...]
    lifted: tuple[ControlMark, ...]
    requests: tuple[ControlRequest, ...]
    reminders: tuple[Reminder, ...]

    @property
    def unanswered(self) -> tuple[ControlRequest, ...]:
        return tuple(request for request in self.requests if request.answered_at is None)

    @property
    def is_empty(self) -> bool:
        return not (self.standing or self.lifted or self.requests or self.reminders)


def find_control(appeal_id: UUID, parts: Container[type[Model]]) -> Control:
    """A query for each kind among the parts that the appeal has; most have none. Whether the appeal may be seen was
    decided by whoever fetched it."""
    if not any(kind in parts for kind in (ControlMark, ControlRequest, Reminder)):
        return Control(standing=(), lifted=(), requests=(), reminders=())
    marks = list(
        ControlMark.objects.filter(appeal_id=appeal_id).select_related(
            "post", "body", "official", "lifted_by"
        )
    )
    requests = ControlRequest.objects.filter(appeal_id=appeal_id).select_related(
        "asked_by", "asked_post__body", "answered_by"
    )
    reminders = Reminder.objects.filter(appeal_id=appeal_id).select_related("official")
    return Control(
        standing=tuple(mark for mark in marks if mark.lifted_at is None),
        lifted=tuple(mark for mark in marks if mark.lifted_at is not None),
        requests=tuple(requests),
        reminders=tuple(reminders.order_by("-told_at", "-id")[:MOST_REMINDERS]),
    )


def own_standing(control: Control, facts: AppealFacts, post_ids: frozenset[int]) -> ControlMark | None:
    """The standing mark of one of these posts."""
    return next((m for m in control.standing if m.post_id in post_ids & facts.control_post_ids), None)
