"""Writing a line into a journal: gap-free, because the book's row stays locked until the transaction ends."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection

from kairyluu.data.agencies.models import Line
from kairyluu.data.calls.models import Call, JournalBook, JournalEntry
from kairyluu.rules.calls.journal import page_of
from kairyluu.rules.workdays import date_in_bishkek


def journal_of(line: Line, year: int, *, is_apart: bool) -> JournalBook:
    """Opened at the first entry of the year."""
    book, _ = JournalBook.objects.get_or_create(line_id=line.pk, year=year, is_apart=is_apart)
    return book


def enter_call(call: Call, *, is_apart: bool, now: datetime, **columns: Any) -> JournalEntry:
    """The entry of a call that has ended; call it last in the transaction."""
    book = journal_of(call.line, date_in_bishkek(now).year, is_apart=is_apart)
    return write_entry(
        book,
        call=call,
        received_at=call.opened_at,
        written_at=now,
        operator_id=call.operator_id,
        operator_name=call.operator_name,
        operator_post=call.operator_post,
        **columns,
    )


def write_entry(book: JournalBook, **columns: Any) -> JournalEntry:
    serial = _next_serial(book)
    return JournalEntry.objects.create(book=book, serial=serial, page=page_of(serial), **columns)


def _next_serial(book: JournalBook) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE calls_journalbook SET last_serial = last_serial + 1 WHERE id = %s RETURNING last_serial",
            [book.pk],
        )
        (serial,) = cursor.fetchone()
    return int(serial)
