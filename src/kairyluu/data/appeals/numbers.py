"""Taking the next number of a register book: gap-free because the row's lock lasts as long as the transaction."""

from __future__ import annotations

from datetime import date

from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import RegisterBook
from kairyluu.rules.numbering import NumberParts, NumberPattern


def book_of(body: Body, year: int, default_pattern: str) -> RegisterBook:
    """The body's book of the year, opened at the first registration of the year."""
    book, _ = RegisterBook.objects.get_or_create(
        body_id=body.pk, year=year, defaults={"pattern": body.register_pattern or default_pattern}
    )
    return book


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
