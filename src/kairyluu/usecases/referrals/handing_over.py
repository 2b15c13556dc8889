"""The ways a referral leaves by: each with what it needs, refused where that is missing."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.reference.models import LawReceiver
from kairyluu.data.referrals.models import Referral
from kairyluu.gateways.lawexchange import NotConnected, Package, exchange
from kairyluu.notices import outbox
from kairyluu.queries.referrals.receivers import channels_of
from kairyluu.rules.calls import referrals
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK

MATTERS = {
    "ky": {
        "terror": "террордук акт",
        "person": "адамга каршы кылмыш",
        "property": "менчикке каршы кылмыш",
        "office": "кызмат адамынын кылмышы",
        "crime": "башка кылмыш",
    },
    "ru": {
        "terror": "террористический акт",
        "person": "преступление против личности",
        "property": "преступление против собственности",
        "office": "должностное преступление",
        "crime": "иное преступление",
    },
}
TENSES = {
    "ky": {"prepared": "даярдалып жатат", "committed": "жасалды", "going_on": "жасалып жатат"},
    "ru": {"prepared": "готовится", "committed": "совершено", "going_on": "совершается"},
}


class ChannelNotOpen(Refused):
    """This receiver has no such way, or its address is not known yet."""


class OfficerMissing(Refused):
    """By telephone: write down who answered there."""


def hand_over(referral: Referral, receiver: LawReceiver, officer: str, *, now: datetime) -> None:
    """Sets where it went and puts it on its way. Raises `ChannelNotOpen`, `OfficerMissing`, `NotConnected`."""
    if referral.channel not in channels_of(receiver):
        raise ChannelNotOpen()
    if referral.channel == referrals.EXCHANGE:
        _exchange(referral, receiver)
    elif referral.channel == referrals.EMAIL:
        _email(referral, receiver, now)
    elif referral.channel == referrals.TELEPHONE:
        if not officer.strip():
            raise OfficerMissing()
        referral.address = receiver.telephone
    else:
        referral.address = receiver.postal_address


def words_of(referral: Referral) -> dict[str, str]:
    """What a letter or a paper says of it, in its language."""
    language, receiver = referral.language, referral.receiver
    return {
        "referral_number": referral.number,
        "body": referral.body.name(language),
        "receiver": receiver.name(language),
        "matter": MATTERS[language][referral.matter],
        "tense": TENSES[language][referral.tense],
        "text": referral.text,
        "applicant": referral.applicant,
        "sent": referral.sent_at.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M"),
        "sender": ", ".join(part for part in (referral.sent_by_name, referral.sent_by_post) if part),
        "reply_phone": referral.body.phone,
    }


def _exchange(referral: Referral, receiver: LawReceiver) -> None:
    carrier = exchange()
    if not carrier.reaches(receiver.exchange_address):
        raise NotConnected()
    package = Package(
        key=str(referral.pk),
        address=receiver.exchange_address,
        number=referral.number,
        text=referral.text,
    )
    referral.their_reference = carrier.hand_over(package).reference
    referral.address = receiver.exchange_address


def _email(referral: Referral, receiver: LawReceiver, now: datetime) -> None:
    if not receiver.email:
        raise ChannelNotOpen()
    referral.address = receiver.email
    outbox.put(
        "referred_to_law",
        address=receiver.email,
        language=referral.language,
        appeal=None,
        now=now,
        facts=words_of(referral),
    )
