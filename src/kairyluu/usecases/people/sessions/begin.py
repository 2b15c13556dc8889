"""A session begins, is seen again, or gets another key: the list its owner reads. Nobody's decision, so no policy is asked;
the journal says `log_in` already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session

from kairyluu.data.people.models import Account, SignIn
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class BeginSession:
    """`address` is shortened already; `browser` and `device` are codes of `faces/cabinet/sessions/reading.py`."""

    key: UUID
    session_key: str
    browser: str
    device: str
    address: str


@dataclass(frozen=True, kw_only=True)
class SeeSession:
    key: UUID
    session_key: str


@act
def begin_session(command: BeginSession, *, actor: Actor, now: datetime) -> None:
    account = Account.objects.get(pk=actor.account_id or 0)
    SignIn.objects.create(
        key=command.key,
        account=account,
        lock=account.lock,
        session_key=command.session_key,
        browser=command.browser,
        device=command.device,
        address=command.address,
        began_at=now,
        seen_at=now,
    )


@act
def see_session(command: SeeSession, *, actor: Actor, now: datetime) -> None:
    row = SignIn.objects.select_related("account").filter(key=command.key).first()
    if row is not None:
        row.session_key, row.lock, row.seen_at = command.session_key, row.account.lock, now
        row.save(update_fields=["session_key", "lock", "seen_at"])


def forget_ended_sessions(now: datetime) -> int:
    """Deletes the rows whose session is no more; says how many."""
    living = Session.objects.filter(expire_date__gt=now).values("session_key")
    n, _ = SignIn.objects.exclude(session_key__in=living).delete()
    return n
