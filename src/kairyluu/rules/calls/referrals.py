"""Referral to law enforcement: what is reported, to whom, by which way, and until when it must be acknowledged and
answered. Regulation of the Alai line, III.9: without delay; these messages do not wait for consideration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

TENSES = ("prepared", "committed", "going_on")  # III.9: being prepared, was committed, is being committed
MATTERS = ("terror", "person", "property", "office", "crime")
EXCHANGE, EMAIL, TELEPHONE, LETTER = "exchange", "email", "telephone", "letter"
CHANNELS = (EXCHANGE, EMAIL, TELEPHONE, LETTER)
SENT, ACKNOWLEDGED, ANSWERED = "sent", "acknowledged", "answered"
STATES = (SENT, ACKNOWLEDGED, ANSWERED)
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
