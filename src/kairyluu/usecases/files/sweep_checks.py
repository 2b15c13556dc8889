"""Files whose check was lost, or whose scanner was down, are queued again, and those that came before there was a scanner; after a while the technical operators are told,
once a day each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db.models import Q

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import FileCheck
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.data.people.models import Account
from kairyluu.gateways import antivirus
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.files.looking import queue

GRACE = timedelta(minutes=2)
_SPACE = UUID("6f0e6f5c-3d0a-4b0e-9a57-0d6b6a1f7c11")


@dataclass(frozen=True, kw_only=True)
class SweepChecks:
    at_most: int = 500


@act
def sweep_checks(command: SweepChecks, *, actor: Actor, now: datetime) -> int:
    """How many were queued again."""
    undone = Q(state="waiting") | Q(state__in=("open", "clean"), looked_at__isnull=True)
    if antivirus.is_configured():
        undone |= Q(state="open") & ~Q(last_error="missing")
    late = list(
        FileCheck.objects.filter(undone, noted_at__lt=now - GRACE).order_by("noted_at", "pk")[
            : command.at_most
        ]
    )
    for check in late:
        queue(check)
    patience = timedelta(minutes=directory().number("scanner_alarm_minutes"))
    n_held = FileCheck.objects.filter(state="waiting", noted_at__lt=now - patience).count()
    if n_held:
        _tell_operators(n_held, actor=actor, now=now)
    return len(late)


def _tell_operators(n_held: int, *, actor: Actor, now: datetime) -> None:
    today = date_in_bishkek(now)
    held = Tenure.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), starts_on__lte=today)
    officials = held.filter(post__role="technical_operator").values("official_id")
    accounts = Account.objects.filter(official_id__in=officials, is_active=True).exclude(email="")
    told = []
    for account in accounts.order_by("pk"):
        key = uuid5(_SPACE, f"{account.pk} {today.isoformat()}")
        if not Notice.objects.filter(pk=key).exists():
            facts = {"n": n_held, "day": today.strftime("%d.%m.%Y")}
            outbox.put_for_official(
                "files_waiting",
                notice_id=key,
                address=account.email,
                language=account.language,
                now=now,
                facts=facts,
            )
            told.append(account.full_name)
    if told:
        record("tell_files_waiting", actor=actor, now=now, facts={"told": told, "n": n_held})
