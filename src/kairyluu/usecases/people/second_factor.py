"""An official's second factor: an administrator takes it away when telephone and key are lost; the next sign-in asks for a new
one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.people.sessions.end import NoSuchAccount, end_every_session


@dataclass(frozen=True, kw_only=True)
class TakeFactorsAway:
    account_id: int
    because: str


@act
def take_factors_away(command: TakeFactorsAway, *, actor: Actor, now: datetime) -> Account:
    """Raises `NoSuchAccount` and `NotAllowed`; never one's own, so that a stolen session of an administrator does not do."""
    policies.demand(policies.may_manage_accounts(actor), "take_factors_away")
    account = Account.objects.filter(pk=command.account_id).exclude(pk=actor.account_id or 0).first()
    if account is None:
        raise NoSuchAccount()
    Authenticator.objects.filter(user=account).delete()
    end_every_session(account.pk)
    record(
        "take_factors_away",
        actor=actor,
        now=now,
        facts={"account": account.pk},
        reason=command.because.strip(),
    )
    return account
