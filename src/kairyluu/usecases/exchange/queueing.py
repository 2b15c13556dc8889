"""The second registration is written down in the transaction of the first, what follows in that of its act, and the worker
is woken with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max
from procrastinate.contrib.django import app

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, LaterMessage, SecondEntry
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.exchange.incoming import day_in, words_in
from kairyluu.rules.workdays import date_in_bishkek

TASK, LATER_TASK, INCOMING_TASK = "hand_over_entry", "hand_over_later", "carry_out_message"


def queue_second_entry(
    appeal: Appeal, entry: JournalEntry, *, body_id: int, now: datetime
) -> SecondEntry | None:
    """For a call's appeal that this body considers itself; another body registers its own."""
    if appeal.body_id != body_id:
        return None
    found = SecondEntry.objects.filter(appeal_id=appeal.pk).first() or queue_registered(appeal, now=now)
    if found is not None:
        found.entry, found.is_apart = entry, found.is_apart or entry.book.is_apart
        found.save(update_fields=["entry", "is_apart"])
        return found
    system = _system_of(body_id)
    return _made(appeal, system, now, entry=entry, is_apart=entry.book.is_apart) if system else None


def queue_registered(appeal: Appeal, *, now: datetime) -> SecondEntry | None:
    """As soon as the appeal has its number, where its body has a document system. What came from that system is
    registered there already: it is linked under the key it came by."""
    if not appeal.number:
        return None
    system = _system_of(appeal.body_id)
    if system is None:
        return None
    if SecondEntry.objects.filter(appeal_id=appeal.pk).exists():
        queue_later(appeal.pk, second.CHANGED, now=now)
        return None
    came = IncomingMessage.objects.filter(system=system, submission_key=appeal.submission_key).first()
    if came is not None:
        return _linked(appeal, came, now)
    is_apart = appeal.is_confidential or appeal.targets.exists()
    return _made(appeal, system, now, is_apart=is_apart)


def queue_later(appeal_id: UUID, kind: str, *, now: datetime, source: object = "") -> LaterMessage | None:
    """What happened to an appeal that is registered there, after everything told before; `source` is the row it tells
    of. A change that still waits tells of later ones too."""
    entry = SecondEntry.objects.select_for_update().filter(appeal_id=appeal_id).first()
    if entry is None:
        return None
    rows = LaterMessage.objects.filter(second=entry)
    waiting = rows.filter(kind=second.CHANGED, state=second.WAITING, attempts=0)
    if kind == second.CHANGED and (
        waiting.exists() or (entry.state == second.WAITING and not entry.attempts)
    ):
        return None
    place = (rows.aggregate(last=Max("place"))["last"] or 0) + 1
    made = LaterMessage.objects.create(
        id=new_id(now),
        second=entry,
        place=place,
        kind=kind,
        source=str(source),
        made_at=now,
        next_try_at=now,
    )
    wake_later(made)
    return made


def wake(row: SecondEntry, *, at: datetime | None = None) -> None:
    """A task in the present transaction; a row that is woken twice is still handed over once."""
    _defer(TASK, at, entry_id=str(row.pk))


def wake_later(row: LaterMessage, *, at: datetime | None = None) -> None:
    _defer(LATER_TASK, at, message_id=str(row.pk))


def wake_incoming(row: IncomingMessage, *, at: datetime | None = None) -> None:
    _defer(INCOMING_TASK, at, message_id=str(row.pk))


def _defer(task: str, at: datetime | None, **values: str) -> None:
    options: dict[str, Any] = {"schedule_at": at} if at else {}
    app.configure_task(task, allow_unknown=True, **options).defer(**values)


def _system_of(body_id: int) -> DocumentSystem | None:
    return DocumentSystem.objects.filter(body_id=body_id).exclude(kind=second.NONE).first()


def _made(appeal: Appeal, system: DocumentSystem, now: datetime, **values: Any) -> SecondEntry:
    made = SecondEntry.objects.create(
        id=new_id(now), appeal=appeal, system=system, made_at=now, next_try_at=now, **values
    )
    wake(made)
    return made


def _linked(appeal: Appeal, came: IncomingMessage, now: datetime) -> SecondEntry:
    told = came.content["appeal"]
    linked = SecondEntry.objects.create(
        id=came.key,
        appeal=appeal,
        system_id=came.system_id,
        is_apart=appeal.is_confidential or appeal.targets.exists(),
        state=second.REGISTERED,
        made_at=now,
        number=words_in(told, "number", most=60, is_needed=True),
        registered_on=day_in(told, "registered_on") or date_in_bishkek(now),
        answered_at=now,
    )
    queue_later(appeal.pk, second.CHANGED, now=now)  # our own number, day and term
    return linked
