"""Say by which day an appeal must be registered and answered, and why.

Reads terms.csv and calendar.csv of the reference data; no database is needed. Example:
  kairyluu due --received 2026-04-24T10:00+06:00 --registered-on 2026-04-24 --json
Without --registered-on the appeal counts as registered on its last lawful day; without --term the term in
force on the day of registration applies. A moment without an offset is taken as the time in Bishkek.
With --body the office hours of bodies.csv count where settings.csv says so (or --office-hours), and so do the days of the
body and its district where calendar.csv has a column `scope`; days entered on screen stand in the database alone.
Exit code 1: there is no such term or body, or the days contradict one another.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kairyluu.faces.commands._due_words import WORDS
from kairyluu.faces.commands._office import read_office
from kairyluu.rules import deadlines
from kairyluu.rules.deadlines import Deadline, Term
from kairyluu.rules.facts import APPEAL_KINDS
from kairyluu.rules.office_hours import Receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK, CalendarDay, WhyOff, WorkCalendar, date_in_bishkek

NEEDS_DJANGO = False
DATA = Path(__file__).resolve().parents[4] / "data"


class NoSuchTerm(Refused):
    """terms.csv has no consideration term of this id."""


class RegisteredBeforeReceipt(Refused):
    """An appeal cannot be registered before it came."""


@dataclass(frozen=True)
class Answer:
    """`own_days` are days of the body or its district among the days counted."""

    receipt: Receipt
    received_on: dt.date
    registered_on: dt.date
    registration: Deadline
    consideration: Deadline
    own_days: tuple[CalendarDay, ...] = ()

    @property
    def is_registered_late(self) -> bool:
        return self.registered_on > self.registration.due_on


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--received", required=True, type=_moment, metavar="MOMENT", help="moment of receipt")
    parser.add_argument(
        "--registered-on", type=dt.date.fromisoformat, metavar="DAY", help="day of registration"
    )
    parser.add_argument("--kind", default="", choices=APPEAL_KINDS, help="the kind of appeal")
    parser.add_argument("--term", metavar="ID", help="a consideration term of terms.csv, enabled or not")
    parser.add_argument(
        "--calendar-as-of", type=dt.date.fromisoformat, metavar="DAY", help="only the rows known on this day"
    )
    parser.add_argument("--body", default="", metavar="CODE", help="a body of bodies.csv: its hours and days")
    parser.add_argument(
        "--office-hours",
        default="",
        choices=("yes", "no"),
        help="whether they count, whatever settings.csv says",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--language", choices=sorted(WORDS), default="en", help="language of the text")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="folder of the csv files")


def run(args: argparse.Namespace) -> int:
    try:
        answer = _answer(args)
    except OSError as error:
        print(f"The reference data cannot be read: {error}", file=sys.stderr)
        return 1
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(_as_json(answer), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(answer, args.language)))
    return 0


def _answer(args: argparse.Namespace) -> Answer:
    terms = list(read_terms(args.data))
    office = read_office(args.data, args.body, args.office_hours)
    calendar = WorkCalendar(read_calendar(args.data), as_of=args.calendar_as_of, scopes=office.scopes)
    received_on = date_in_bishkek(args.received)
    receipt = office.receipt_of(args.received, calendar)
    registration = deadlines.registration_due(receipt.counted_at, terms, calendar, args.kind)
    registered_on = args.registered_on or registration.due_on
    if registered_on < received_on:
        raise RegisteredBeforeReceipt(
            facts={"received_on": f"{received_on}", "registered_on": f"{registered_on}"}
        )
    if args.term is None:
        consideration = deadlines.consideration_due(registered_on, terms, calendar, args.kind)
    else:
        consideration = deadlines.due(_term(terms, args.term), registered_on, calendar)
    days = sorted(day for day in calendar.rows if received_on <= day <= consideration.due_on)
    own = tuple(calendar.rows[day] for day in days if calendar.rows[day].scope)
    return Answer(receipt, received_on, registered_on, registration, consideration, own)


def _term(terms: list[Term], wanted: str) -> Term:
    """A term asked for by name applies even where it is not law, to see what it would mean."""
    known = {term.id: term for term in terms if term.code == deadlines.CONSIDERATION}
    if wanted not in known:
        raise NoSuchTerm(facts={"term": wanted, "known": sorted(known)})
    return known[wanted]


def read_terms(folder: Path) -> Iterator[Term]:
    names = {field.name for field in fields(Term)}
    for row in _rows(folder / "terms.csv"):
        values: dict[str, Any] = {name: row[name] for name in names}
        values |= {name: _day(row[name]) for name in ("effective_from", "effective_to")}
        yield Term(**values | {"amount": int(row["amount"]), "enabled": row["enabled"] == "yes"})


def read_calendar(folder: Path) -> Iterator[CalendarDay]:
    names = {field.name for field in fields(CalendarDay)}
    dates = ("date", "paired_date", "decided_on", "announced_on")
    for row in _rows(folder / "calendar.csv"):
        values: dict[str, Any] = {name: row[name] for name in names & row.keys()}
        yield CalendarDay(**values | {name: _day(row[name]) for name in dates})


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(cell: str) -> dt.date | None:
    return dt.date.fromisoformat(cell) if cell else None


def _moment(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=BISHKEK)


def _as_json(answer: Answer) -> dict[str, Any]:
    return {
        "received_on": answer.received_on.isoformat(),
        "counted_received_at": answer.receipt.counted_at.isoformat(),
        "counted_because": answer.receipt.why,
        "own_days": [{"date": day.date.isoformat(), "scope": day.scope} for day in answer.own_days],
        "registration_due": answer.registration.due_on.isoformat(),
        "registered_on": answer.registered_on.isoformat(),
        "registered_late": answer.is_registered_late,
        "consideration_due": answer.consideration.due_on.isoformat(),
        "confirmed": answer.registration.is_confirmed and answer.consideration.is_confirmed,
        "explanation": {
            "registration": answer.registration.to_json(),
            "consideration": answer.consideration.to_json(),
        },
    }


def _as_text(answer: Answer, language: str) -> Iterator[str]:
    words = WORDS[language]
    late = f" ({words['late']})" if answer.is_registered_late else ""
    yield f"{words['received']}: {answer.received_on}"
    if answer.receipt.why:
        yield f"{words['counted']}: {answer.receipt.counted_at:%Y-%m-%d %H:%M} ({words[answer.receipt.why]})"
    yield f"{words['registration']}: {answer.registration.due_on}"
    yield from _explained(answer.registration, language)
    yield f"{words['registered']}: {answer.registered_on}{late}"
    yield f"{words['consideration']}: {answer.consideration.due_on}"
    yield from _explained(answer.consideration, language)
    yield from (f"  {day.date} {words['own']}: {day.scope}" for day in answer.own_days)


def _explained(deadline: Deadline, language: str) -> Iterator[str]:
    words = WORDS[language]
    mark = "" if deadline.is_confirmed else f" ({words['unconfirmed']})"
    yield f"  {words['term']}: {deadline.term_id}, {deadline.amount} {words[deadline.unit]}{mark}"
    if deadline.skipped:
        yield f"  {words['skipped']}:"
        yield from (f"    {why.date} {_reason(why, language)}" for why in deadline.skipped)
    for day in deadline.worked_by_decision:
        yield f"  {words['worked']}: {day}"
    yield f"  {words['basis']}: {deadline.legal_basis}"
    yield f"  {words['source']}: {deadline.source}"


def _reason(why: WhyOff, language: str) -> str:
    name = getattr(why, f"name_{language}") or WORDS[language]["weekend"]
    return name if why.is_confirmed else f"{name} ({WORDS[language]['unconfirmed']})"
