"""Taking the next number of a register book: gap-free because the row's lock lasts as long as the transaction.

A complaint about somebody stands outside that row: its serial is random and far above, so that its absence from the
book of whoever may not see it leaves no gap (decision record 0013)."""

from __future__ import annotations

import secrets
from datetime import date

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, RegisterBook
from kairyluu.rules.numbering import NumberParts, NumberPattern


def book_of(body: Body, year: int, default_pattern: str) -> RegisterBook:
    """The body's book of the year, opened at the first registration of the year."""
    book, _ = RegisterBook.objects.get_or_create(
        body_id=body.pk, year=year, defaults={"pattern": body.register_pattern or default_pattern}
    )
    return book


APART_FROM, APART_TO = 1_000_000, 10_000_000  # no body comes near in a year


def serial_for(appeal: Appeal, book: RegisterBook) -> int:
    """The next serial of the book, or one that tells nothing where the appeal names somebody, if only in words: he
    may have to be kept from knowing of it. So does a confidential appeal."""
    if appeal.is_confidential or ComplaintTarget.objects.filter(appeal=appeal).exists():
        return _apart(book)
    return next_serial(book)


def outgoing_for(appeal: Appeal, book: RegisterBook) -> int:
    """The next outgoing serial; an answer to an appeal numbered apart carries the appeal's own."""
    if appeal.serial is not None and appeal.serial >= APART_FROM:
        return appeal.serial
    return next_outgoing(book)


def next_serial(book: RegisterBook) -> int:
    """The next serial; whoever comes second waits for the first transaction to end."""
    return _take(book, "last_serial")


def next_outgoing(book: RegisterBook) -> int:
    """The next outgoing serial of the same book."""
    return _take(book, "last_outgoing")


def registration_number(book: RegisterBook, body: Body, serial: int, surname_letter: str) -> str:
    """The number by the book's own pattern, which never changes within a year."""
    return _form(book.pattern, book.year, body, serial, surname_letter)


def outgoing_number(pattern: str, on: date, body: Body, serial: int, surname_letter: str) -> str:
    return _form(pattern, on.year, body, serial, surname_letter)


def _apart(book: RegisterBook) -> int:
    """Random, with the last digit of the year: what is answered in the next year meets no number of that year. The
    book's row is locked, so that two clerks never draw the same."""
    RegisterBook.objects.select_for_update().get(pk=book.pk)
    taken = Appeal.objects.filter(book=book)
    while True:
        serial = (APART_FROM + secrets.randbelow(APART_TO - APART_FROM)) // 10 * 10 + book.year % 10
        if not taken.filter(serial=serial).exists():
            return serial


def _form(pattern: str, year: int, body: Body, serial: int, letter: str) -> str:
    index = body.register_index or body.code.upper()
    return NumberPattern(pattern).form(
        NumberParts(serial=serial, year=year, index=index, letter=letter or "-")
    )


def _take(book: RegisterBook, column: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE appeals_registerbook SET {column} = {column} + 1 WHERE id = %s RETURNING {column}",  # noqa: S608
            [book.pk],
        )
        (serial,) = cursor.fetchone()
    return int(serial)
