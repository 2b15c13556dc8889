"""Somebody chooses how to be told: the applicant about one appeal, a person with an account about all his own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Way
from kairyluu.gateways import push
from kairyluu.queries.notices.chosen import Whose, addresses_of, root_of, ways_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import EMAIL, PUSH, SMS, TELEGRAM
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.people.owner import owner

MOST_OF_A_KIND = 5  # chats, and browsers: a family, not a village


@dataclass(frozen=True, kw_only=True)
class ChooseWays:
    whose: Whose
    by_email: bool
    by_sms: bool


@dataclass(frozen=True, kw_only=True)
class AddBrowser:
    """`subscription` as the browser's PushManager gives it."""

    whose: Whose
    subscription: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class LinkChat:
    whose: Whose
    chat: int


@dataclass(frozen=True, kw_only=True)
class Unlink:
    """All chats, or all browsers; one chat where `address` names it."""

    whose: Whose
    channel: str
    address: str = ""


class NoPushService(Refused):
    """The subscription leads to no push service that a browser uses."""


class TooManyWays(Refused):
    """More chats or browsers than anybody has."""


@act
def choose_ways(command: ChooseWays, *, actor: Actor, now: datetime) -> None:
    root = _opened(command.whose, actor)
    _email, phone, _language = addresses_of(root)
    wanted = {EMAIL: command.by_email, SMS: command.by_sms and bool(phone)}
    for channel, is_on in wanted.items():
        address = phone if channel == SMS and root.appeal_id else ""
        _set(root, channel, address, is_on=is_on, now=now)
    _record(root, wanted, actor=actor, now=now)


@act
def add_browser(command: AddBrowser, *, actor: Actor, now: datetime) -> None:
    """Raises `NoPushService` and `TooManyWays`; the same browser twice is one."""
    if not push.is_subscription(command.subscription):
        raise NoPushService()
    root = _opened(command.whose, actor)
    said = {name: command.subscription[name] for name in ("endpoint", "keys")}
    address = hashlib.sha256(said["endpoint"].encode()).hexdigest()
    _add(root, PUSH, address, details=said, now=now)
    _record(root, {PUSH: True}, actor=actor, now=now)


@act
def link_chat(command: LinkChat, *, actor: Actor, now: datetime) -> None:
    """Raises `TooManyWays`; the same chat twice is one."""
    root = _opened(command.whose, actor)
    _add(root, TELEGRAM, str(command.chat), details={}, now=now)
    _record(root, {TELEGRAM: True}, actor=actor, now=now)


@act
def unlink(command: Unlink, *, actor: Actor, now: datetime) -> int:
    """How many ended."""
    root = _opened(command.whose, actor)
    n, _ = _chosen(root, command.channel, command.address).delete()
    if n:
        _record(root, {command.channel: False}, actor=actor, now=now)
    return n


def _opened(whose: Whose, actor: Actor) -> Whose:
    """An account is its owner's; who comes for an appeal has shown to be its applicant."""
    if whose.appeal_id is None and actor.kind != "system":
        return Whose(account_id=owner(actor, "choose_ways"))
    return root_of(whose)


def _chosen(root: Whose, channel: str, address: str) -> QuerySet[Way]:
    rows = ways_of(root).filter(channel=channel)
    return rows.filter(address=address) if address else rows


def _set(root: Whose, channel: str, address: str, *, is_on: bool, now: datetime) -> None:
    ways_of(root).filter(channel=channel).delete()
    if is_on == (channel == EMAIL):  # e-mail goes unless refused, SMS only where chosen
        return
    _create(root, channel, address, is_on=is_on, details={}, now=now)


def _add(root: Whose, channel: str, address: str, *, details: dict[str, Any], now: datetime) -> None:
    ways_of(root).filter(channel=channel, address=address).delete()
    if ways_of(root).filter(channel=channel).count() >= MOST_OF_A_KIND:
        raise TooManyWays()
    _create(root, channel, address, is_on=True, details=details, now=now)


def _create(
    root: Whose, channel: str, address: str, *, now: datetime, is_on: bool, details: dict[str, Any]
) -> None:
    Way.objects.create(
        id=new_id(now),
        appeal_id=root.appeal_id,
        account_id=root.account_id,
        channel=channel,
        address=address,
        details=details,
        is_on=is_on,
        chosen_at=now,
    )


def _record(root: Whose, wanted: dict[str, bool], *, actor: Actor, now: datetime) -> None:
    """Which ways, never the addresses."""
    record("choose_ways", actor=actor, now=now, appeal_id=root.appeal_id, facts={"ways": wanted})
