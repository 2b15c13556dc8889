"""The registrar decides whether the words of a complaint mean an official. When they mean the head, the appeal goes
above in the same act, and nobody of the body sees it from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from kairyluu.data.journal.recording import record
from kairyluu.queries.conflicts.receivers import find_receiver, named_by
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.appeals.opening import official_of, open_for
from kairyluu.usecases.conflicts.leaving import WHY, end_share, move_up


@dataclass(frozen=True, kw_only=True)
class DecideMatch:
    """`target_id` is the row whose words were compared; `official` the code of who is meant, empty for none of those
    asked about."""

    appeal_id: UUID
    target_id: int
    official: str = ""
    seen_version: int | None = None


class NothingToDecide(Refused):
    """These words are decided already, or are of another appeal."""


class NotAmongSuspects(Refused):
    """Only one of those asked about can be meant; facts: official."""


@act
def decide_match(command: DecideMatch, *, actor: Actor, now: datetime) -> Appeal:
    """Returns the appeal where it is then."""
    lock_together(command.appeal_id)
    appeal = open_for("decide_match", command.appeal_id, actor=actor, seen_version=command.seen_version)
    target = appeal.targets.filter(pk=command.target_id).first()
    if target is None or not target.is_doubtful:
        raise NothingToDecide()
    meant = _meant(target, command.official)

    for leg in _legs(appeal):
        if meant is not None:
            end_share(leg, meant.pk)
        words = leg.targets.filter(description=target.description, official__isnull=True)
        words.update(official=meant, match_decided_at=now, match_decided_by=official_of(actor))
    facts = {"words": target.description, "official": meant.full_name if meant else ""}
    record("decide_match", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)

    considered = find_receiver(appeal.body, named_by(appeal), date_in_bishkek(now))
    if considered.body.pk == appeal.body_id:
        appeal.save()
        return appeal
    appeal.is_withheld = True
    return move_up(appeal, considered.body, WHY, actor=actor, now=now)


def _meant(target: ComplaintTarget, code: str) -> Official | None:
    if not code:
        return None
    official = Official.objects.filter(code=code, pk__in=target.suspect_ids).first()
    if official is None:
        raise NotAmongSuspects({"official": code})
    return official


def _legs(appeal: Appeal) -> list[Appeal]:
    """This appeal first, then every other leg of its chain: what is known here holds for all of them."""
    first = appeal.origin_id or appeal.pk
    others = Appeal.objects.filter(Q(pk=first) | Q(origin_id=first)).exclude(pk=appeal.pk)
    return [appeal, *others.defer("search")]
