"""Writing down who is told today of which duty: reminders and journal together, a portion at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from kairyluu.data.appeals.models import Appeal, Reminder
from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import entry_of, record_all
from kairyluu.queries.steering.company import Company
from kairyluu.queries.steering.duties import Due
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.reminders import Plan
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

LETTERS = UUID("6f1c1c52-5f1e-5f5b-9a3e-0f6f7a3d2b10")  # the name space of the morning letters' ids


@dataclass(frozen=True, kw_only=True)
class TellDuties:
    """Duties of one body. `reachable` are the officials with an address; `letter` names the letter the lines go into:
    the same name is the same letter."""

    body_code: str
    dues: tuple[Due, ...]
    company: Company
    plan: Plan
    reachable: frozenset[int]
    letter: str = "digest"


def letter_id(letter: str, official_id: int, day: date) -> UUID:
    """Known beforehand, so that a morning begun twice writes one letter."""
    return uuid5(LETTERS, f"{letter} {official_id} {day.isoformat()}")


@act
def tell_duties(command: TellDuties, *, actor: Actor, now: datetime) -> list[Reminder]:
    """The new reminders. Who was told today already is not told again."""
    today = date_in_bishkek(now)
    ids = {due.appeal_id for due in command.dues}
    appeals = _appeals(ids)
    before = set(
        Reminder.objects.filter(appeal_id__in=ids, told_on=today).values_list(
            "appeal_id", "official_id", "duty"
        )
    )
    fresh: list[Reminder] = []
    entries: list[Entry] = []
    for due in command.dues:
        told = _told(command, due, appeals, before)
        fresh += [_reminder(command, due, who, tier, now) for who, tier in told]
        if told:
            entries.append(_entry(command, due, [who for who, _ in told], actor, now))
    Reminder.objects.bulk_create(fresh, batch_size=1000)
    record_all(entries)
    return fresh


def _appeals(ids: set[UUID]) -> Mapping[UUID, Appeal]:
    rows = Appeal.objects.filter(pk__in=ids).select_related("body").order_by()
    return rows.defer("search", "text", "deadline_reasons").prefetch_related(*Appeal.FACTS_PARTS).in_bulk()


def _told(
    command: TellDuties, due: Due, appeals: Mapping[UUID, Appeal], before: set[tuple[UUID, int, str]]
) -> list[tuple[int, str]]:
    appeal = appeals.get(due.appeal_id)
    if appeal is None:
        return []
    told = command.company.told(due, appeal, command.plan)
    new = [(who, tier) for who, tier in told if (due.appeal_id, who, due.duty) not in before]
    before |= {(due.appeal_id, who, due.duty) for who, _ in new}
    return new


def _reminder(command: TellDuties, due: Due, who: int, tier: str, now: datetime) -> Reminder:
    today = date_in_bishkek(now)
    return Reminder(
        appeal_id=due.appeal_id,
        official_id=who,
        tier=tier,
        duty=due.duty,
        due_on=due.due_on,
        step=due.left,
        told_on=today,
        told_at=now,
        notice_id=letter_id(command.letter, who, today) if who in command.reachable else None,
    )


def _entry(command: TellDuties, due: Due, told: list[int], actor: Actor, now: datetime) -> Entry:
    facts = {
        "duty": due.duty,
        "due_on": due.due_on.isoformat(),
        "left": due.left,
        "told": [command.company.name(who) for who in told],
        "not_reachable": [command.company.name(who) for who in told if who not in command.reachable],
    }
    return entry_of(
        "remind", actor=actor, now=now, appeal_id=due.appeal_id, body_code=command.body_code, facts=facts
    )
