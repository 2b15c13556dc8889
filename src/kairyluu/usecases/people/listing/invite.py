"""An invitation to somebody whom the administrator listed: a link that sets the first password, once, within a week. Nobody
is sent a password."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account, Invitation
from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.people.sessions.end import NoSuchAccount, end_every_session
from kairyluu.usecases.reference.rights import demand_keeper

LASTS = timedelta(days=7)


class InvitationOver(Refused):
    """Used, replaced by a later one, too old, or never made: all look alike."""


@dataclass(frozen=True, kw_only=True)
class Invite:
    account_id: int


@dataclass(frozen=True, kw_only=True)
class AcceptInvitation:
    secret: str
    password: str


@act
def invite(command: Invite, *, actor: Actor, now: datetime) -> tuple[Account, str]:
    """The account and the secret of the link, told only here. Ends earlier invitations. Raises `NoSuchAccount`."""
    demand_keeper(actor, "invite")
    account = Account.objects.filter(pk=command.account_id, is_active=True).exclude(official=None).first()
    if account is None:
        raise NoSuchAccount()
    Invitation.objects.filter(account=account, used_at=None, ends_at__gt=now).update(ends_at=now)
    secret = secrets.token_urlsafe(32)
    Invitation.objects.create(account=account, digest=_digest(secret), made_at=now, ends_at=now + LASTS)
    record("invite", actor=actor, now=now, facts={"account": account.pk})
    return account, secret


def find_invited(secret: str, now: datetime) -> Account:
    """Raises `InvitationOver`."""
    return _open(secret, now).account


@act
def accept_invitation(command: AcceptInvitation, *, now: datetime) -> Account:
    """Raises `InvitationOver`, and Django's `ValidationError` for a password that is too easy."""
    account = Account.objects.select_for_update().get(pk=_open(command.secret, now).account_id)
    invitation = _open(command.secret, now)  # again, now that nobody else uses it
    validate_password(command.password, account)
    account.set_password(command.password)
    account.save(update_fields=["password"])
    invitation.used_at = now
    invitation.save(update_fields=["used_at"])
    end_every_session(account.pk)
    record("accept_invitation", actor=actor_of(account, date_in_bishkek(now)), now=now)
    return account


def _open(secret: str, now: datetime) -> Invitation:
    found = Invitation.objects.select_related("account").filter(
        digest=_digest(secret), used_at=None, ends_at__gt=now, account__is_active=True
    )
    invitation = found.first()
    if invitation is None:
        raise InvitationOver()
    return invitation


def _digest(secret: str) -> str:
    """A random secret of 256 bits needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
