"""A program subscribes to events; asked twice under one key it is told the same webhook twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4, uuid5

from kairyluu.data.exchange.models import Program, Webhook
from kairyluu.gateways.webhooks.sending import NotAnAddress, judged
from kairyluu.queries.exchange.programs import NoSuchProgram
from kairyluu.rules import policies
from kairyluu.rules.exchange import webhooks as rule
from kairyluu.rules.exchange.programs import may_take_secret
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.webhooks.keeping import allowances, note
from kairyluu.usecases.webhooks.secret_keys import secret_of

MOST = 5  # webhooks of one program
REPEATABLE = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Subscribe:
    """`key` is that of the request: with the same one there is the same webhook, for a day with the same answer."""

    program_id: UUID
    address: str
    events: tuple[str, ...]
    key: UUID | None = None


class BadAddress(Refused):
    """facts: why — not_https, no_host or private_address."""


class EventUnknown(Refused):
    """At least one event, and only those that are known."""


class SubscribedDifferently(Refused):
    """The key was used for something else, or is older than a day."""


class TooManyWebhooks(Refused):
    """A program has a few at most."""


@dataclass(frozen=True)
class Subscribed:
    """`secret` is told here only."""

    hook: Webhook
    secret: str
    is_repeat: bool = False


@act
def subscribe(command: Subscribe, *, actor: Actor, now: datetime) -> Subscribed:
    """Raises `NoSuchProgram`, `NotAllowed` and the refusals above."""
    program = Program.objects.select_for_update().filter(pk=command.program_id, ended_at__isnull=True).first()
    if program is None:
        raise NoSuchProgram()
    policies.demand(may_take_secret(actor, program.official_id), "subscribe")
    if not command.events or not set(command.events) <= set(rule.EVENTS):
        raise EventUnknown()
    try:
        judged(command.address, **allowances())
    except NotAnAddress as fault:
        raise BadAddress({"why": str(fault)}) from None
    events = [event for event in rule.EVENTS if event in command.events]
    pk = uuid5(program.pk, str(command.key)) if command.key else uuid4()
    if before := Webhook.objects.filter(pk=pk).first():
        return _again_told(before, command.address, events, now)
    if program.webhooks.filter(ended_at__isnull=True).count() >= MOST:
        raise TooManyWebhooks()
    hook = Webhook.objects.create(id=pk, program=program, address=command.address, events=events, made_at=now)
    note("subscribe", hook, actor=actor, now=now)
    return Subscribed(hook, secret_of(hook))


def _again_told(hook: Webhook, address: str, events: list[str], now: datetime) -> Subscribed:
    """The answer may have been lost on its way; a secret that was changed since, or an older one, is not told any more."""
    is_same = (hook.address, hook.events, hook.generation, hook.ended_at) == (address, events, 1, None)
    if not is_same or now - hook.made_at > REPEATABLE:
        raise SubscribedDifferently()
    return Subscribed(hook, secret_of(hook), is_repeat=True)
