"""Where an account is signed in, and what the door asks of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session

from kairyluu.data.people.models import Account, SignIn
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import STAFF, Actor

MOST = 50
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def list_sign_ins(actor: Actor, now: datetime) -> list[SignIn]:
    """The actor's own sessions that still open something, the latest first."""
    living = Session.objects.filter(expire_date__gt=now).values("session_key")
    account = Account.objects.get(pk=actor.account_id or 0)
    return list(SignIn.objects.filter(account=account, lock=account.lock, session_key__in=living)[:MOST])


def has_second_factor(account_id: int) -> bool:
    return Authenticator.objects.filter(user_id=account_id, type__in=FACTORS).exists()


def needs_second_factor(account: Any, today: date) -> bool:
    """Whether the person behind the account has to have one: holds a post, or runs the system. From the day of the
    setting on; before it nobody is stopped."""
    if not settings.SECOND_FACTOR_OBEYED or not _is_required(today):
        return False
    is_running = getattr(account, "is_staff", False) or getattr(account, "is_superuser", False)
    return bool(is_running) or actor_of(account, today).kind == STAFF


def _is_required(today: date) -> bool:
    known = directory()
    if known.setting("second_factor_required_for_posts") != "yes":
        return False
    since = known.setting("second_factor_required_from")
    return not since or date.fromisoformat(since) <= today


def account_at(address: str) -> Account | None:
    """The open account with this e-mail address."""
    return Account.objects.filter(email__iexact=address, is_active=True).first()
