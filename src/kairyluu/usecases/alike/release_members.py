"""Whoever waited for an appeal that gets no answer here is the head's again, each for itself; a step of refusing, forwarding,
withdrawing, merging it or ending its correspondence, in its transaction."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import CauseMember
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.queries.staff import address_of
from kairyluu.rules import conflicts, states
from kairyluu.rules.facts import STAFF, SYSTEM_ACTOR, Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.alike.others import name_of

TOLD = ("registrar", "head")


def release_members(lead: Appeal, because: str, *, actor: Actor, now: datetime) -> list[Appeal]:
    """`because` is the verb that closed the lead. Where an applicant closed it, nobody else's history names him."""
    waiting = Appeal.objects.select_for_update(of=("self",)).select_related("body").order_by("pk")
    doer = actor if actor.kind == STAFF else SYSTEM_ACTOR
    members = list(waiting.filter(membership__cause__lead=lead, state=states.JOINED))
    for member in members:
        member.version += 1
        facts = {"other": name_of(lead), "other_id": str(lead.pk), "because": because}
        leave(member, facts, actor=doer, now=now)
    return members


def leave(member: Appeal, facts: dict[str, str], *, actor: Actor, now: datetime, reason: str = "") -> None:
    """Saves the member as the head's to resolve; registrars and heads are told, but nobody who may not know of it."""
    member.state = states.move(states.JOINED, "leave_cause").target
    member.save()
    CauseMember.objects.filter(appeal=member).delete()
    code = member.body.code
    record(
        "leave_cause", actor=actor, now=now, appeal_id=member.id, body_code=code, facts=facts, reason=reason
    )
    known, today, about = directory(), date_in_bishkek(now), member.facts()
    holders = known.holders_in(member.body_id, today, *TOLD)
    for official_id in sorted({tenure.official_id for tenure in holders}):
        if conflicts.may_be_told(official_id, about):
            address, language = address_of(official_id)
            outbox.put("left_group", address=address, language=language, appeal=member, now=now)
