"""The row of a referral from what was said, and the number that an officer gave on the telephone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Applicant
from kairyluu.data.reference.models import LawReceiver
from kairyluu.data.referrals.models import Referral, ReferralMark
from kairyluu.queries.referrals.receivers import terms_now
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.alarms.grounds import Ground
from kairyluu.usecases.alarms.opening import post_in
from kairyluu.usecases.appeals.opening import official_of
from kairyluu.usecases.calls.ending import applicant_column

if TYPE_CHECKING:
    from kairyluu.usecases.referrals.refer import ReferToLaw

LONGEST = 10_000


def row_of(
    command: ReferToLaw, ground: Ground, receiver: LawReceiver, *, actor: Actor, now: datetime
) -> dict[str, Any]:
    key, post, terms = new_id(now), post_in(actor, ground.body.pk), terms_now()
    due = referrals.acknowledge_by(command.channel, now, terms)
    return {
        "id": key,
        "sending_key": command.sending_key,
        "number": f"{date_in_bishkek(now):%y%m%d}-{key.hex[-6:].upper()}",
        "body": ground.body,
        "call": ground.call,
        "appeal": ground.appeal,
        "receiver": receiver,
        "receiver_name": receiver.name_ky,
        "matter": command.matter,
        "tense": command.tense,
        "text": command.text.strip()[:LONGEST],
        "applicant": _applicant(ground) if command.names_caller else "",
        "language": command.language if command.language in ("ky", "ru") else "ky",
        "channel": command.channel,
        "spoken_name": command.spoken.name.strip(),
        "spoken_post": command.spoken.post.strip(),
        "their_reference": command.spoken.reference.strip(),
        "sent_at": now,
        "sent_by_id": official_of(actor),
        "sent_by_name": actor.name,
        "sent_by_post": post.title("ky") if post else "",
        "acknowledge_by": due,
        "answer_by": referrals.answer_by(now, terms),
        "next_reminder_at": due,
    }


def is_confidential(ground: Ground) -> bool:
    """Who asked for confidentiality is named to nobody: what was told once cannot be taken back."""
    appeal = ground.appeal or (ground.call.appeal if ground.call else None)
    return bool(appeal and appeal.is_confidential) or bool(
        ground.call and ground.call.fields.get("confidential")
    )


def _applicant(ground: Ground) -> str:
    """Name, address and telephone as the call or the appeal has them; empty for who gave no name."""
    if is_confidential(ground):
        return ""
    if ground.call is not None:
        unnamed = ground.call.fields.get("who") == "none" or not ground.call.fields.get("name", "").strip()
        return "" if unnamed else applicant_column(ground.call)
    if ground.appeal is None:
        return ""
    person = Applicant.objects.filter(appeal=ground.appeal, role="main").first()
    if person is None or not person.display_name.strip():
        return ""
    return "; ".join(part for part in (person.full_name, person.home_address, person.phone) if part)


def acknowledge_at_once(referral: Referral, *, now: datetime) -> None:
    """An officer who gives a number has taken it."""
    if referral.channel == referrals.TELEPHONE and referral.their_reference:
        referral.state, referral.acknowledged_at = referrals.ACKNOWLEDGED, now
        referral.next_reminder_at = referral.answer_by


def note_their_number(referral: Referral, *, actor: Actor, now: datetime) -> None:
    ReferralMark.objects.create(
        referral=referral,
        what=referrals.ACKNOWLEDGED,
        at=now,
        official_id=actor.official_id,
        official_name=actor.name,
        number=referral.their_reference,
        on=date_in_bishkek(now),
        words=", ".join(part for part in (referral.spoken_name, referral.spoken_post) if part),
    )
