"""Taking numbers from the register books in memory, in the order of time."""

from __future__ import annotations

from kairyluu.data.appeals import numbers
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.demo.ledger import Case, Ledger
from kairyluu.usecases.demo.steps import Step


def enter(ledger: Ledger, step: Step, case: Case) -> None:
    appeal, today = case.appeal, date_in_bishkek(step.at)
    due = ledger.known.consideration_due(today, appeal.body, kind=appeal.kind)
    book = ledger.book(appeal.body, today)
    book.last_serial += 1
    appeal.book, appeal.serial = book, book.last_serial
    appeal.number = numbers.registration_number(book, appeal.body, book.last_serial, case.letter)
    appeal.registered_at, appeal.registered_on = step.at, today
    appeal.consideration_due_on = appeal.due_on = due.due_on
    appeal.deadline_reasons = {**appeal.deadline_reasons, "consideration": due.to_json()}


def outgoing(ledger: Ledger, step: Step, case: Case) -> tuple[int, str]:
    """The next outgoing serial of the year of sending, and the number made of it."""
    today = date_in_bishkek(step.at)
    book = ledger.book(case.appeal.body, today)
    book.last_outgoing += 1
    pattern = ledger.known.setting("outgoing_pattern")
    number = numbers.outgoing_number(pattern, today, case.appeal.body, book.last_outgoing, case.letter)
    return book.last_outgoing, number
