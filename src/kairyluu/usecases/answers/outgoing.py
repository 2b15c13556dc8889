"""The outgoing number of an answer: the next of the body's book, taken when it is sent."""

from __future__ import annotations

from datetime import datetime

from kairyluu.data.appeals import numbers
from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.opening import surname_letter


def number_answer(answer: Answer, appeal: Appeal, now: datetime) -> None:
    """Saves the answer with its number and day; the number stands in the book of the year of sending."""
    known = directory()
    today = date_in_bishkek(now)
    book = numbers.book_of(appeal.body, today.year, known.setting("register_pattern"))
    serial = numbers.outgoing_for(appeal, book)
    letter = surname_letter(appeal)
    pattern = known.setting("outgoing_pattern")
    answer.outgoing_serial = serial
    answer.outgoing_number = numbers.outgoing_number(pattern, today, appeal.body, serial, letter)
    answer.outgoing_on = today
    answer.sent_at = now
    answer.save()
