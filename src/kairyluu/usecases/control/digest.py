"""One letter a morning to one person: everything he is told of today, the most urgent first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Reminder
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.notices import outbox
from kairyluu.queries.actors import official_actor
from kairyluu.queries.referrals.seeing import count_waiting
from kairyluu.queries.staff import address_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.reminders import COMING, LATE, SILENCE, SILENT, TODAY, urgency
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.control.tell_duties import letter_id

MOST_LINES = 30  # under each heading; the rest is counted


@dataclass(frozen=True, kw_only=True)
class SendDigest:
    """`letter` as the reminders were written with: `digest` in the morning, a name of its own for what is told at
    once."""

    official_id: int
    letter: str = "digest"
    code: str = "digest"


@act
def send_digest(command: SendDigest, *, actor: Actor, now: datetime) -> bool:
    """Whether a letter was put into the outbox: never twice the same."""
    today = date_in_bishkek(now)
    key = letter_id(command.letter, command.official_id, today)
    address, language = address_of(command.official_id)
    if not address or Notice.objects.filter(pk=key).exists():
        return False
    groups = _groups(command.official_id, key)
    if not groups:
        return False
    counts = {group["code"]: group["n"] for group in groups}
    reader = official_actor(command.official_id, "", today)
    n_referrals = count_waiting(reader, now=now, today=today)
    facts = {"groups": groups, "day": _day(today), "n_referrals": n_referrals}
    outbox.put_for_official(
        command.code, notice_id=key, address=address, language=language, now=now, facts=facts
    )
    told = {"official": command.official_id, "letter": command.code, "notice": str(key), **counts}
    record("send_digest", actor=actor, now=now, facts=told)
    return True


def _groups(official_id: int, key: UUID) -> list[dict[str, Any]]:
    mine = Reminder.objects.filter(official_id=official_id, notice_id=key)
    counts: Counter[str] = Counter()
    for step, duty in mine.order_by().values_list("step", "duty").iterator(5000):
        counts[SILENT if duty == SILENCE else urgency(step)] += 1
    return [_group(mine, code, counts[code]) for code in (LATE, TODAY, SILENT, COMING) if counts[code]]


def _group(mine: Any, code: str, n: int) -> dict[str, Any]:
    steps = {LATE: {"step__lt": 0}, TODAY: {"step": 0}, COMING: {"step__gt": 0}}
    due = mine.filter(duty=SILENCE) if code == SILENT else mine.exclude(duty=SILENCE).filter(**steps[code])
    rows = due.order_by("due_on", "id").select_related("appeal")[:MOST_LINES]
    return {"code": code, "n": n, "more": max(n - MOST_LINES, 0), "lines": [_line(row) for row in rows]}


def _line(row: Reminder) -> dict[str, Any]:
    appeal = row.appeal
    return {
        "id": str(appeal.pk),
        "number": appeal.number or appeal.tracking_number,
        "duty": row.duty,
        "due_on": _day(row.due_on),
    }


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
