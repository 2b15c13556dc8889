"""The second registration is written down in the transaction of the first, and the worker is woken with it."""

from __future__ import annotations

from datetime import datetime

from procrastinate.contrib.django import app

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.data.exchange.models import DocumentSystem, SecondEntry
from kairyluu.rules.exchange import second_entries as second

TASK = "hand_over_entry"


def queue_second_entry(
    appeal: Appeal, entry: JournalEntry, *, body_id: int, now: datetime
) -> SecondEntry | None:
    """For an appeal that this body considers itself, where it has a document system; another body registers its own."""
    if appeal.body_id != body_id:
        return None
    system = DocumentSystem.objects.filter(body_id=body_id).exclude(kind=second.NONE).first()
    if system is None:
        return None
    made = SecondEntry.objects.create(
        id=new_id(now),
        appeal=appeal,
        entry=entry,
        system=system,
        is_apart=entry.book.is_apart,
        made_at=now,
        next_try_at=now,
    )
    wake(made)
    return made


def wake(row: SecondEntry, *, at: datetime | None = None) -> None:
    """A task in the present transaction; a row that is woken twice is still handed over once."""
    options = {"schedule_at": at} if at else {}
    app.configure_task(TASK, allow_unknown=True, **options).defer(entry_id=str(row.pk))
