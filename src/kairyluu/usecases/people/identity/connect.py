"""A citizen connects the cabinet he is signed in to with a provider, or parts them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account, Identity, IdentityProvider
from kairyluu.rules.exchange.claims import Vouched
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.people.identity.admit import AdmitByIdentity, NotForStaff, bind, demand_citizen
from kairyluu.usecases.people.identity.asking import active_provider, vouched_by
from kairyluu.usecases.people.owner import owner


class ConnectedOtherwise(Refused):
    """This person has another cabinet, or this cabinet belongs to another person there."""


class LastWayIn(Refused):
    """Without a password and an address nobody could come in any more."""


@dataclass(frozen=True, kw_only=True)
class PartIdentity:
    provider: str


def connect_identity(command: AdmitByIdentity, *, actor: Actor, now: datetime) -> None:
    """Raises the refusals of `admit` and `asking`, and `ConnectedOtherwise`."""
    row = active_provider(command.provider)
    vouched = vouched_by(row, command.code, command.asked)
    _connect((row, vouched), actor=actor, now=now)


@act
def _connect(found: tuple[IdentityProvider, Vouched], *, actor: Actor, now: datetime) -> None:
    row, vouched = found
    account = Account.objects.select_for_update().get(pk=owner(actor, "connect_identity"))
    if row.body_id is not None:
        raise NotForStaff()
    demand_citizen(account, now)
    known = Identity.objects.filter(provider=row)
    here, there = known.filter(account=account).first(), known.filter(subject=vouched.subject).first()
    if (here or there) and here != there:
        raise ConnectedOtherwise()
    bind(row, account, vouched, now)
    record("connect_identity", actor=actor, now=now, facts={"provider": row.code})


@act
def part_identity(command: PartIdentity, *, actor: Actor, now: datetime) -> None:
    """Raises `LastWayIn`; parting what is not connected changes nothing."""
    account = Account.objects.select_for_update().get(pk=owner(actor, "part_identity"))
    mine = Identity.objects.filter(account=account, provider__code=command.provider)
    if not mine.exists():
        return
    if not account.has_usable_password():
        raise LastWayIn()
    mine.delete()
    record("part_identity", actor=actor, now=now, facts={"provider": command.provider})
