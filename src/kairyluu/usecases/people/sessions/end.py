"""Sessions are ended: one or all others by their owner, all of them by the administrator. It holds from the next request on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db.models import F

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account, SignIn
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.people.owner import owner


class NoSuchSession(Refused):
    """Ended already, or somebody else's: both look alike."""


class NoSuchAccount(Refused):
    """There is no account with this id."""


@dataclass(frozen=True, kw_only=True)
class EndSession:
    key: UUID


@dataclass(frozen=True, kw_only=True)
class EndAllSessions:
    """The owner's, also those that no list shows. Who acts keeps his own by `update_session_auth_hash` afterwards."""


@dataclass(frozen=True, kw_only=True)
class ForceSignOut:
    account_id: int
    because: str


@act
def end_session(command: EndSession, *, actor: Actor, now: datetime) -> None:
    """Raises `NoSuchSession`."""
    account_id = owner(actor, "end_session")
    row = SignIn.objects.filter(key=command.key, account_id=account_id).first()
    if row is None:
        raise NoSuchSession()
    Session.objects.filter(session_key=row.session_key).delete()
    row.delete()
    record("end_session", actor=actor, now=now)


@act
def end_all_sessions(command: EndAllSessions, *, actor: Actor, now: datetime) -> None:
    end_every_session(owner(actor, "end_all_sessions"))
    record("end_all_sessions", actor=actor, now=now)


@act
def force_sign_out(command: ForceSignOut, *, actor: Actor, now: datetime) -> Account:
    """Raises `NoSuchAccount` and `NotAllowed`."""
    policies.demand(policies.may_manage_accounts(actor), "force_sign_out")
    account = Account.objects.filter(pk=command.account_id).first()
    if account is None:
        raise NoSuchAccount()
    end_every_session(account.pk)
    record(
        "force_sign_out", actor=actor, now=now, facts={"account": account.pk}, reason=command.because.strip()
    )
    return account


def end_every_session(account_id: int) -> None:
    """A step of several acts: whatever browser holds a session of the account, it opens nothing any more."""
    Account.objects.filter(pk=account_id).update(n_sign_outs=F("n_sign_outs") + 1)
    mine = SignIn.objects.filter(account_id=account_id)
    Session.objects.filter(session_key__in=mine.values("session_key")).delete()
    mine.delete()
