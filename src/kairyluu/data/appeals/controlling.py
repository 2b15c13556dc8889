"""Marks of control and the flag of the appeal, which is true while any mark stands."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal, ControlMark
from kairyluu.rules.facts import PostHeld
from kairyluu.rules.steering.control import HEAD, level_of


def set_mark(appeal: Appeal, post: PostHeld, *, official_id: int, reason: str, now: datetime) -> ControlMark:
    """Saves the mark; the appeal only gets its flag: the caller saves it."""
    appeal.is_under_control = True
    return ControlMark.objects.create(
        appeal=appeal,
        level=level_of(post),
        body_id=post.body_id,
        post_id=post.post_id,
        official_id=official_id,
        reason=reason,
        set_at=now,
    )


def keep_under_control(
    appeal: Appeal, post: PostHeld, *, official_id: int, reason: str, now: datetime
) -> None:
    """The tick of a resolution: sets the mark of the head or deputy unless one of that level stands already."""
    standing = ControlMark.objects.filter(appeal=appeal, level=HEAD, lifted_at__isnull=True)
    if not standing.exists():
        set_mark(appeal, post, official_id=official_id, reason=reason, now=now)


def lift_mark(mark: ControlMark, *, official_id: int, reason: str, now: datetime) -> None:
    """The appeal of the mark gets its flag by what still stands: the caller saves it."""
    mark.lifted_at, mark.lifted_by_id, mark.lift_reason = now, official_id, reason
    mark.save()
    appeal = mark.appeal
    appeal.is_under_control = ControlMark.objects.filter(appeal=appeal, lifted_at__isnull=True).exists()
