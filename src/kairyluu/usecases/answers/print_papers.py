"""Papers made while somebody waits: the letter before it is sent, and the sheet with the applicant's address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record_look
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.answers import letters
from kairyluu.usecases.appeals.opening import AppealNotFound


@dataclass(frozen=True, kw_only=True)
class PreviewLetter:
    """`warning` is printed across every page: the paper is not a letter yet."""

    appeal_id: UUID
    warning: str


@dataclass(frozen=True, kw_only=True)
class PrintAddressSheet:
    appeal_id: UUID


class NothingToPrint(Refused):
    """There is no draft, or no letter was sent yet."""


@act
def preview_letter(command: PreviewLetter, *, actor: Actor, now: datetime) -> bytes:
    """The PDF of the answer as it would leave today."""
    appeal = _appeal(command.appeal_id, actor)
    if appeal.state in states.FINAL or not Answer.objects.filter(appeal=appeal).exists():
        raise NothingToPrint()
    _note("letter", appeal, actor, now)
    return letters.preview(appeal, now=now, warning=command.warning)


@act
def print_address_sheet(command: PrintAddressSheet, *, actor: Actor, now: datetime) -> bytes:
    """The PDF for the envelope."""
    appeal = _appeal(command.appeal_id, actor)
    if appeal.state not in states.FINAL:
        raise NothingToPrint()
    _note("address_sheet", appeal, actor, now)
    return letters.address_sheet(appeal, now=now)


def _appeal(appeal_id: UUID, actor: Actor) -> Appeal:
    appeal = Appeal.objects.select_related("body").filter(pk=appeal_id).first()
    if appeal is None or not policies.may_see(actor, appeal.facts()):
        raise AppealNotFound()
    return appeal


def _note(what: str, appeal: Appeal, actor: Actor, now: datetime) -> None:
    record_look(what, actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code)
