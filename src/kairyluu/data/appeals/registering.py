"""Entering an appeal in the register book: shared by registering, refusing from the inbox, and taking in."""

from __future__ import annotations

from datetime import date, datetime

from kairyluu.data.appeals import numbers
from kairyluu.data.appeals.models import Appeal
from kairyluu.rules.deadlines import Deadline


def enter_in_book(
    appeal: Appeal, *, now: datetime, today: date, due: Deadline, pattern: str, letter: str
) -> None:
    """Takes the next serial and sets number, moment and consideration day; saves nothing. Call it last before
    saving: the book's lock queues every other registration of the body."""
    book = numbers.book_of(appeal.body, today.year, pattern)
    serial = numbers.serial_for(appeal, book)
    appeal.book = book
    appeal.serial = serial
    appeal.number = numbers.registration_number(book, appeal.body, serial, letter)
    appeal.registered_at = now
    appeal.registered_on = today
    appeal.consideration_due_on = due.due_on
    appeal.due_on = due.due_on
    appeal.deadline_reasons = {**appeal.deadline_reasons, "consideration": due.to_json()}
