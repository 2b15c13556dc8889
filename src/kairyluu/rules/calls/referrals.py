"""Referral to law enforcement: what is reported, to whom, by which way, and until when it must be acknowledged and
answered. Regulation of the Alai line, III.9: without delay; these messages do not wait for consideration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.rules import policies
from kairyluu.rules.calls.alarms import About
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import ALLOWED, Verdict

TENSES = ("prepared", "committed", "going_on")  # III.9: being prepared, was committed, is being committed
MATTERS = ("terror", "person", "property", "office", "crime")
EXCHANGE, EMAIL, TELEPHONE, LETTER = "exchange", "email", "telephone", "letter"
CHANNELS = (EXCHANGE, EMAIL, TELEPHONE, LETTER)
SENT, ACKNOWLEDGED, ANSWERED = "sent", "acknowledged", "answered"
STATES = (SENT, ACKNOWLEDGED, ANSWERED)
REMINDED = "reminded"
MARKS = (ACKNOWLEDGED, ANSWERED, REMINDED)
REFERRERS = ("hotline_operator", "registrar", "head", "deputy")
READERS = (*REFERRERS, "controller")
# The class of the alarm the matter is likely to be of.
MATTER_OF = {"A": "terror", "B": "person", "C": "office", "crime_report": "crime"}


@dataclass(frozen=True, kw_only=True)
class Receiver:
    """`territory` empty: the whole republic. `path` of a body belongs to its place, `email` may be empty."""

    code: str
    territory: str
    matters: frozenset[str]
    channels: tuple[str, ...]
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How long a receiver may take: by the clock, day and night; a letter takes days to arrive."""

    acknowledge: timedelta
    acknowledge_letter: timedelta
    answer: timedelta
    remind_every: timedelta


def receivers_for(receivers: Iterable[Receiver], territories: tuple[str, ...], matter: str) -> list[Receiver]:
    """Who may be told of a matter in a place: those of its district before those of the republic, those of the matter
    before others. `territories` are the codes of the place, the narrowest first."""
    near = [one for one in receivers if not one.territory or one.territory in territories]

    def rank(one: Receiver) -> tuple[bool, int, str]:
        place = territories.index(one.territory) if one.territory else len(territories)
        return matter not in one.matters, place, one.code

    return sorted(near, key=rank)


def usable(channel: str, receiver: Receiver, *, is_exchange_connected: bool) -> bool:
    """Whether this way leads to the receiver: listed, and with what it needs."""
    if channel not in receiver.channels:
        return False
    if channel == EXCHANGE:
        return is_exchange_connected
    return channel != EMAIL or bool(receiver.email)


def acknowledge_by(channel: str, sent_at: datetime, terms: Terms) -> datetime:
    return sent_at + (terms.acknowledge_letter if channel == LETTER else terms.acknowledge)


def answer_by(sent_at: datetime, terms: Terms) -> datetime:
    return sent_at + terms.answer


def next_reminder(now: datetime, terms: Terms) -> datetime:
    """After one was sent."""
    return now + terms.remind_every


@dataclass(frozen=True, kw_only=True)
class ReferralFacts:
    """`about`: whom it is about as far as is known today. `confidant_ids`: who besides the sender may know of it, None
    where nothing is confidential."""

    body_id: int
    body_path: str
    sent_by_id: int
    about: About
    confidant_ids: frozenset[int] | None = None


def may_refer(actor: Actor, body_id: int, about: About) -> Verdict:
    """The operator, the registrar and the heads, but nobody whom the matter is about."""
    if not actor.has_role(*REFERRERS, body_id=body_id):
        return Verdict("not_your_role")
    return Verdict("complained_about") if actor.official_id in about.official_ids else ALLOWED


def may_see(actor: Actor, referral: ReferralFacts) -> Verdict:
    """Never whom it is about, nor the people of a body it is about, but who told it; of what concerns somebody, an
    operator sees his own alone, as in the journal."""
    about = referral.about
    if actor.official_id is None or actor.official_id in about.official_ids:
        return Verdict("complained_about")
    if actor.official_id == referral.sent_by_id and any(
        post.body_id == referral.body_id for post in actor.posts
    ):
        return ALLOWED
    if referral.confidant_ids is not None and actor.official_id not in referral.confidant_ids:
        return Verdict("confidential")
    if any(post.body_id in about.body_ids for post in actor.posts):
        return Verdict("body_complained_about")
    wider = tuple(role for role in READERS if role != "hotline_operator")
    if actor.has_role(*wider, body_id=referral.body_id) or policies.oversees(actor, referral.body_path):
        return ALLOWED
    names_nobody = not (about.official_ids or about.body_ids)
    if actor.has_role("hotline_operator", body_id=referral.body_id) and names_nobody:
        return ALLOWED
    return Verdict("not_your_body")


def may_follow(actor: Actor, referral: ReferralFacts) -> Verdict:
    """Noting what the receiver said: who may refer here and may see this one."""
    if not actor.has_role(*REFERRERS, body_id=referral.body_id):
        return Verdict("not_your_role")
    return may_see(actor, referral)
