"""The body above is told of confidential appeals that nobody sees any more: once a week each, until somebody is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.data.people.models import Account
from kairyluu.notices import outbox
from kairyluu.queries.conflicts.forsaken import Forsaken, list_forsaken
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class TellOfForsaken:
    """Of today."""


def tell_of_forsaken(command: TellOfForsaken, *, actor: Actor, now: datetime) -> int:
    """How many letters; each appeal is a transaction of its own."""
    return sum(_tell(found, actor=actor, now=now) for found in list_forsaken(date_in_bishkek(now)))


@act
def _tell(found: Forsaken, *, actor: Actor, now: datetime) -> int:
    appeal, today = found.appeal, date_in_bishkek(now)
    accounts = Account.objects.filter(official_id__in=found.namer_ids, is_active=True).exclude(email="")
    told = []
    for account in accounts.order_by("official_id"):
        key = _key(appeal.pk, account.official_id, now)
        if Notice.objects.filter(pk=key).exists():
            continue
        outbox.put_for_official(
            "confidants_gone",
            notice_id=key,
            address=account.email,
            language=account.language,
            now=now,
            facts={"body": appeal.body.name(account.language), "day": today.strftime("%d.%m.%Y")},
        )
        told.append(account.full_name)
    if told:
        facts = {"told": told}
        body = appeal.body.code
        record("tell_forsaken", actor=actor, now=now, appeal_id=appeal.pk, body_code=body, facts=facts)
    return len(told)


def _key(appeal_id: UUID, official_id: int | None, now: datetime) -> UUID:
    """The same within a week."""
    year, week, _ = date_in_bishkek(now).isocalendar()
    return uuid5(appeal_id, f"forsaken {official_id} {year}-{week}")
