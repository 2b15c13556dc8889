"""One more colleague may see a confidential appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals import confiding
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class NameConfidant:
    """`official` is a code; the reason stays in the journal."""

    appeal_id: UUID
    official: str
    reason: str
    seen_version: int | None = None


class NotConfidential(Refused):
    """Everybody whose work it is sees this appeal."""


class MayNotBeNamed(Refused):
    """No post in the body, or kept from the appeal; facts: official."""


@act
def name_confidant(command: NameConfidant, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("name_confidant", command.appeal_id, actor=actor, seen_version=command.seen_version)
    if not appeal.is_confidential:
        raise NotConfidential()
    official = Official.objects.filter(code=command.official).first()
    held = directory().tenures_of(official.pk, date_in_bishkek(now)) if official else []
    is_here = any(tenure.post.body_id == appeal.body_id for tenure in held)
    if official is None or not is_here or not conflicts.may_be_given_to(official.pk, appeal.facts()):
        raise MayNotBeNamed({"official": command.official})

    confiding.name_confidants(appeal, [official.pk], now=now)
    appeal.save()
    record(
        "name_confidant",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"official": official.full_name},
        reason=command.reason,
    )
    return appeal
