"""Marks of control and the flag of the appeal, which is true while any mark stands."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, ControlMark
from kairyluu.rules.facts import PostHeld
from kairyluu.rules.steering.control import APPARATUS, HEAD, SUPERIOR, level_of


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


def carry_marks(appeal: Appeal, successor: Appeal) -> None:
    """Control from above goes along when an appeal changes hands, where its owner stands above the receiver too; the
    head's own control ends with his body, and who is kept away keeps nothing. Saves the successor's flag."""
    standing = ControlMark.objects.filter(appeal=appeal, lifted_at__isnull=True).select_related("body")
    facts = appeal.facts()
    away = facts.complained_official_ids | facts.recused_official_ids
    kept = [
        mark
        for mark in standing
        if _reaches(mark, successor.body)
        and mark.official_id not in away
        and mark.body_id not in facts.complained_body_ids
    ]
    for mark in kept:
        mark.pk, mark.appeal, mark._state.adding = None, successor, True
    ControlMark.objects.bulk_create(kept)
    if kept:
        successor.is_under_control = True
        successor.save(update_fields=["is_under_control"])


def _reaches(mark: ControlMark, body: Body) -> bool:
    return mark.level == APPARATUS or (mark.level == SUPERIOR and body.path.startswith(mark.body.path))
