"""What is known of a signature under a collective appeal: signed, withdrawn by who signed, or not confirmed. The appeal is
counted as one case and as many people as signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for

SIGNATURES = ("signed", "withdrawn", "not_confirmed")


@dataclass(frozen=True, kw_only=True)
class SetSignature:
    """`position` of the signatory among the applicants; `signature` one of `SIGNATURES`; `speaks_for_all` makes him
    the representative in the place of another."""

    appeal_id: UUID
    position: int
    signature: str
    speaks_for_all: bool = False
    seen_version: int | None = None


class NoSuchSignatory(Refused):
    """Nobody stands at this place, or the state is not listed."""


class RepresentativeMustSign(Refused):
    """Who withdrew his signature speaks for nobody."""


@act
def set_signature(command: SetSignature, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("set_signature", command.appeal_id, actor=actor, seen_version=command.seen_version)
    person = Applicant.objects.filter(appeal=appeal, position=command.position).defer("search").first()
    if person is None or command.signature not in SIGNATURES:
        raise NoSuchSignatory()
    if command.speaks_for_all and command.signature == "withdrawn":
        raise RepresentativeMustSign()

    before = person.signature
    if command.speaks_for_all:
        Applicant.objects.filter(appeal=appeal, is_representative=True).update(is_representative=False)
    person.signature = command.signature
    person.is_representative = command.speaks_for_all
    person.save(update_fields=["signature", "is_representative"])
    others = Applicant.objects.filter(appeal=appeal, role="cosigner").exclude(signature="withdrawn")
    appeal.n_cosigners = others.count()
    appeal.save(update_fields=["version", "state", "n_cosigners"])

    facts = {
        "position": command.position,
        "before": before,
        "signature": command.signature,
        "is_representative": command.speaks_for_all,
    }
    record(
        "set_signature", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts
    )
    return appeal
