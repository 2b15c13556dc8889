"""A person cures one difference between the registers by the act that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import Difference, SecondEntry
from kairyluu.data.journal.recording import record
from kairyluu.gateways.document_systems import Registered
from kairyluu.rules import policies
from kairyluu.rules.exchange import reconciling
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.access import may_note_number, may_send_again
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.queueing import queue_later, queue_registered, wake
from kairyluu.usecases.exchange.settling import locked, settle


@dataclass(frozen=True, kw_only=True)
class CureDifference:
    difference_id: UUID


class NoSuchDifference(Refused):
    """Gone meanwhile, of another body, or nothing that an act cures: the answer is the same."""


@act
def cure_difference(command: CureDifference, *, actor: Actor, now: datetime) -> str:
    """Which cure was begun. Raises `NoSuchDifference`, `NotAllowed`, `NumberTaken`."""
    row = Difference.objects.select_for_update(of=("self",)).select_related("system__body")
    found = row.filter(pk=command.difference_id, gone_on=None).first()
    cure = reconciling.CURES.get(found.code) if found else None
    if found is None or cure is None:
        raise NoSuchDifference()
    body_id = found.system.body_id
    may = may_note_number if cure == reconciling.TAKE_NUMBER else may_send_again
    policies.demand(may(actor, body_id), "cure_difference")
    _cure(found, cure, actor=actor, now=now)
    found.gone_on = date_in_bishkek(now)
    found.save(update_fields=["gone_on"])
    record(
        "cure_difference",
        actor=actor,
        now=now,
        appeal_id=found.appeal_id,
        body_code=found.system.body.code,
        facts={"code": found.code, "cure": cure, "ours": found.ours, "theirs": found.theirs},
    )
    return cure


def _cure(found: Difference, cure: str, *, actor: Actor, now: datetime) -> None:
    body_id = found.system.body_id
    if cure == reconciling.SEND:
        appeal = Appeal.objects.filter(pk=found.appeal_id or found.pk, body_id=body_id).first()
        if appeal is None:
            raise NoSuchDifference()
        queue_registered(appeal, now=now)
        return
    second = locked(found.second_id) if found.second_id else None
    if second is None:
        raise NoSuchDifference()
    if cure == reconciling.SEND_CHANGE:
        queue_later(second.appeal_id, known.CHANGED, now=now)
    elif cure == reconciling.TAKE_NUMBER:
        _take_number(found, second, actor=actor, now=now)
    else:
        _send_again(second, now)


def _take_number(found: Difference, second: SecondEntry, *, actor: Actor, now: datetime) -> None:
    second.noted_by = actor.name
    there = Registered(number=str(found.theirs["number"]), on=date.fromisoformat(str(found.theirs["on"])))
    settle(second, there, actor=actor, now=now)


def _send_again(second: SecondEntry, now: datetime) -> None:
    """Under the key it always had. What is missing there is forgotten here too: the number comes anew."""
    second.state, second.number, second.registered_on, second.answered_at = known.WAITING, "", None, None
    second.attempts, second.next_try_at = 1, now
    second.save()
    wake(second)
