"""A message about an unlawful act goes to law enforcement, at once and whatever becomes of the call or the appeal: also
when the caller gave no name. Regulation of the Alai line, III.9; H50."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import LawReceiver
from kairyluu.data.referrals.models import Referral
from kairyluu.queries.alarms.about import about_words, joined
from kairyluu.queries.referrals.receivers import find_receiver
from kairyluu.rules import policies
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.grounds import Ground, ground_of
from kairyluu.usecases.appeals.opening import official_of
from kairyluu.usecases.referrals.handing_over import hand_over
from kairyluu.usecases.referrals.writing import acknowledge_at_once, note_their_number, row_of


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """Of a telephone call to the receiver: who answered there, and the number they gave, if any."""

    name: str = ""
    post: str = ""
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferToLaw:
    """`sending_key` comes with the page: pressed twice, it is one referral. From a call, an appeal, or neither (`body`
    is a code): the first that is given counts. `names_caller`: the name goes along where one is known."""

    sending_key: UUID
    receiver: str
    matter: str
    tense: str
    channel: str
    text: str
    call_id: UUID | None = None
    appeal_id: UUID | None = None
    body: str = ""
    names_caller: bool = True
    language: str = "ky"
    spoken: Spoken = field(default_factory=Spoken)
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return self.text


class NothingToTell(Refused):
    """The text is empty."""


class ReceiverNotListed(Refused):
    """Choose a receiver of this place from the list."""


class NotSaidWhat(Refused):
    """What it is about and whether it is prepared, done or being done; facts: field."""


@act
def refer_to_law_enforcement(command: ReferToLaw, *, actor: Actor, now: datetime) -> Referral:
    """Raises `CallNotFound`, `AppealNotFound`, `NotAllowed`, the refusals above and those of `hand_over`."""
    ground = ground_of(command, actor=actor, now=now)
    about = joined(ground.about, about_words(command.text, ground.body, date_in_bishkek(now)))
    policies.demand(referrals.may_refer(actor, ground.body.pk, ground.about), "refer_to_law_enforcement")
    earlier = Referral.objects.filter(
        sending_key=command.sending_key, sent_by_id=official_of(actor), body=ground.body
    ).first()
    if earlier is not None:
        return earlier
    receiver = _checked(command, ground)

    row = row_of(command, ground, receiver, actor=actor, now=now)
    kept_from = sorted(about.official_ids - {official_of(actor)})
    referral = Referral(**row, kept_from=kept_from, kept_bodies=sorted(about.body_ids))
    hand_over(referral, receiver, command.spoken.name, now=now)
    acknowledge_at_once(referral, now=now)
    referral.save(force_insert=True)
    if referral.acknowledged_at is not None:
        note_their_number(referral, actor=actor, now=now)
    facts = {
        "referral": str(referral.pk),
        "number": referral.number,
        "to_name": receiver.name_ky,
        "receiver": receiver.code,
        "way": referral.channel,
        "call": str(ground.call.pk) if ground.call else "",
        "anonymous": not referral.applicant,
    }
    appeal = ground.appeal or (ground.call.appeal if ground.call else None)
    record(
        "refer_to_law_enforcement",
        actor=actor,
        now=now,
        appeal_id=appeal.pk if appeal else None,
        body_code=ground.body.code,
        facts=facts,
    )
    return referral


def _checked(command: ReferToLaw, ground: Ground) -> LawReceiver:
    if not command.text.strip():
        raise NothingToTell()
    for name, listed in (("matter", referrals.MATTERS), ("tense", referrals.TENSES)):
        if getattr(command, name) not in listed:
            raise NotSaidWhat({"field": name})
    receiver = find_receiver(ground.body, command.receiver)
    if receiver is None:
        raise ReceiverNotListed()
    return receiver
