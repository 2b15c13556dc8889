"""Everybody who was named has left the body: the body above names a new person, and sees nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.queries.conflicts.forsaken import find_forsaken, list_namers_choice
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.confidence.make_confidential import LEAST, GroundMissing
from kairyluu.usecases.confidence.name_confidant import MayNotBeNamed


@dataclass(frozen=True, kw_only=True)
class NameAnew:
    """`official` is a code, of the body that holds the appeal; the reason stays in the journal."""

    appeal_id: UUID
    official: str
    reason: str


@act
def name_anew(command: NameAnew, *, actor: Actor, now: datetime) -> Appeal:
    """Raises `AppealNotFound` also when somebody sees the appeal, `MayNotBeNamed` and `GroundMissing`."""
    today = date_in_bishkek(now)
    Appeal.objects.select_for_update(of=("self",)).filter(pk=command.appeal_id).first()
    found = find_forsaken(actor, command.appeal_id, today)
    if found is None:
        raise AppealNotFound()
    appeal = found.appeal
    chosen = next((one for one in list_namers_choice(appeal, today) if one.code == command.official), None)
    if chosen is None:
        raise MayNotBeNamed({"official": command.official})
    if len(command.reason.strip()) < LEAST:
        raise GroundMissing({"least": LEAST})

    confiding.name_confidants(appeal, [chosen.official_id], now=now)
    appeal.save()
    record(
        "name_anew",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"official": chosen.name},
        reason=command.reason,
    )
    return appeal
