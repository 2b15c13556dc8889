"""Somebody comes back from a provider: whose account that is. Never found by an address that nobody verified; a citizen's
provider opens no official's account, a body's provider none but those of its own staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from allauth.account.models import EmailAddress

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import NOWHERE, Account, Identity, IdentityProvider
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import directory
from kairyluu.rules.exchange.claims import Vouched
from kairyluu.rules.facts import STAFF, Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.people.identity.asking import Asked, active_provider, vouched_by


class NotListed(Refused):
    """The administrator has not listed this person for the body of the provider."""


class AddressKnown(Refused):
    """There is a cabinet with this address: whoever owns it signs in and connects the two."""


class AccountClosed(Refused):
    """The account was closed by the administrator."""


class NotForStaff(Refused):
    """Officials sign in as officials: password and second step, or the provider of their body."""


@dataclass(frozen=True, kw_only=True)
class AdmitByIdentity:
    """`code` is what the browser brought back, `asked` what the session kept."""

    provider: str
    code: str
    asked: Asked
    language: str = "ky"


def admit_by_identity(command: AdmitByIdentity, *, now: datetime) -> Account:
    """The account that is to be signed in. Raises the refusals of this module and of `asking`."""
    row = active_provider(command.provider)
    vouched = vouched_by(row, command.code, command.asked)
    return _admit((row, vouched, command.language), now=now)


@act
def _admit(found: tuple[IdentityProvider, Vouched, str], *, now: datetime) -> Account:
    row, vouched, language = found
    identity = (
        Identity.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(provider=row, subject=vouched.subject)
        .first()
    )
    if row.body_id is None:
        account = _citizen(identity, vouched, language, now)
    else:
        account = _official(row, identity, vouched, now)
    bind(row, account, vouched, now)
    actor = actor_of(account, date_in_bishkek(now))
    record("sign_in_by_identity", actor=actor, now=now, facts={"provider": row.code, "new": identity is None})
    return account


def bind(row: IdentityProvider, account: Account, vouched: Vouched, now: datetime) -> None:
    """A step of several acts: the account is known to the provider under this subject, and what it vouches for today."""
    values = {
        "surname": vouched.surname,
        "given_name": vouched.given_name,
        "patronymic": vouched.patronymic,
        "personal_number": vouched.personal_number,
        "used_at": now,
    }
    made = {"account": account, "linked_at": now, **values}
    Identity.objects.update_or_create(
        provider=row, subject=vouched.subject, defaults=values, create_defaults=made
    )


def demand_citizen(account: Account, now: datetime) -> None:
    if account.is_staff or account.is_superuser or actor_of(account, date_in_bishkek(now)).kind == STAFF:
        raise NotForStaff()


def _citizen(identity: Identity | None, vouched: Vouched, language: str, now: datetime) -> Account:
    account = identity.account if identity else _new_account(vouched, language, now)
    if not account.is_active:
        raise AccountClosed()
    demand_citizen(account, now)
    return account


def _new_account(vouched: Vouched, language: str, now: datetime) -> Account:
    email = vouched.email if vouched.is_email_verified else ""
    if email and Account.objects.filter(email__iexact=email).exists():
        raise AddressKnown()
    account = Account.objects.create_user(
        email or f"{uuid4().hex}@{NOWHERE}",
        surname=vouched.surname,
        given_name=vouched.given_name,
        patronymic=vouched.patronymic,
        phone=vouched.phone,
        language=language,
        joined_at=now,
    )
    if email:
        EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    actor = Actor(kind="citizen", account_id=account.pk, name=account.full_name)
    record("sign_up", actor=actor, now=now)
    return account


def _official(row: IdentityProvider, identity: Identity | None, vouched: Vouched, now: datetime) -> Account:
    """Listed by the administrator, and holding posts in the provider's body and nowhere else."""
    account = identity.account if identity else None
    if account is None and vouched.is_email_verified:
        account = Account.objects.filter(email__iexact=vouched.email).first()
    if account is None or not account.is_active or account.is_staff or account.is_superuser:
        raise NotListed()
    held = directory().tenures_of(account.official_id, date_in_bishkek(now)) if account.official_id else []
    if not held or any(tenure.post.body_id != row.body_id for tenure in held):
        raise NotListed()
    if identity is None and Identity.objects.filter(provider=row, account=account).exists():
        raise NotListed()  # the provider knows this person under another subject: an address given to somebody else
    return account
