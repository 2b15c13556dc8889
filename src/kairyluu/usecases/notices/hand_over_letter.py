"""A letter that did not arrive was printed and posted, or handed over: said once, kept as proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.notices.not_arrived import NoSuchLetter
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.rights import may_hand_over_letter
from kairyluu.rules.notices.ways import CAME_BACK
from kairyluu.usecases.act import act

WAYS = ("posted", "handed_over")


@dataclass(frozen=True, kw_only=True)
class HandOverLetter:
    """`how` is posted or handed_over."""

    notice_id: UUID
    how: str


@act
def hand_over_letter(command: HandOverLetter, *, actor: Actor, now: datetime) -> Notice:
    """Raises `NoSuchLetter` and `NotAllowed`. The same event told by several ways in vain is seen to at once."""
    notice = Notice.objects.select_for_update().filter(pk=command.notice_id, handled_at=None).first()
    if notice is None or notice.appeal_id is None or command.how not in WAYS:
        raise NoSuchLetter()
    appeal = Appeal.objects.select_related("body").get(pk=notice.appeal_id)
    if notice.state != "failed" and notice.fate != CAME_BACK:
        raise NoSuchLetter()
    facts = appeal.facts()
    if not policies.may_see(actor, facts):
        raise NoSuchLetter()
    policies.demand(may_hand_over_letter(actor, facts), "hand_over_letter")

    same = Notice.objects.filter(appeal_id=appeal.pk, code=notice.code, created_at=notice.created_at)
    same.filter(handled_at=None).update(handled_at=now, handled_by=actor.name, handled_how=command.how)
    record(
        "hand_over_letter",
        actor=actor,
        now=now,
        appeal_id=appeal.pk,
        body_code=appeal.body.code,
        facts={"notice": notice.code, "by": command.how},
    )
    notice.refresh_from_db()
    return notice
