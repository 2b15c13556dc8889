"""Say by which day an appeal must be registered and answered, and why.

Where a database runs and the settings are there, it counts by that: with the days that were entered on screen. Else,
or with --data, by terms.csv and calendar.csv of the reference data. The answer says by which. Example:
  kairyluu due --received 2026-04-24T10:00+06:00 --registered-on 2026-04-24 --json
Without --registered-on the appeal counts as registered on its last lawful day; without --term the term in
force on the day of registration applies. A moment without an offset is taken as the time in Bishkek.
With --body the office hours of the body count where the settings say so (or --office-hours), and so do the days of the
body and its district; of the files, where calendar.csv has a column `scope`.
Exit code 1: there is no such term or body, or the days contradict one another.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kairyluu.faces.commands._counting.basis import Asked, Basis
from kairyluu.faces.commands._counting.database import from_database
from kairyluu.faces.commands._counting.files import from_files
from kairyluu.faces.commands._counting.words import WORDS
from kairyluu.rules import deadlines
from kairyluu.rules.deadlines import Deadline, Term
from kairyluu.rules.facts import APPEAL_KINDS
from kairyluu.rules.office_hours import Receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK, CalendarDay, WhyOff, date_in_bishkek

NEEDS_DJANGO = False
MEETS_DATABASE = True
DATA = Path(__file__).resolve().parents[4] / "data"


class NoSuchTerm(Refused):
    """terms.csv has no consideration term of this id."""


class RegisteredBeforeReceipt(Refused):
    """An appeal cannot be registered before it came."""


@dataclass(frozen=True)
class Answer:
    """`source` is what was counted by: database or files; `own_days` are days of the body or its district among the days
    counted."""

    source: str
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
    parser.add_argument("--body", default="", metavar="CODE", help="a body: its hours and days")
    parser.add_argument(
        "--office-hours",
        default="",
        choices=("yes", "no"),
        help="whether they count, whatever the settings say",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--language", choices=sorted(WORDS), default="en", help="language of the text")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="count by the csv files of this folder, by no database"
    )


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
    basis = _basis(args)
    terms, calendar = basis.terms, basis.calendar(args.calendar_as_of)
    received_on = date_in_bishkek(args.received)
    receipt = basis.receipt_of(args.received, calendar)
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
    return Answer(basis.source, receipt, received_on, registered_on, registration, consideration, own)


def _basis(args: argparse.Namespace) -> Basis:
    asked = Asked(args.body, args.office_hours)
    found = None if args.data else from_database(asked)
    return found or from_files(args.data or DATA, asked)


def _term(terms: list[Term], wanted: str) -> Term:
    """A term asked for by name applies even where it is not law, to see what it would mean."""
    known = {term.id: term for term in terms if term.code == deadlines.CONSIDERATION}
    if wanted not in known:
        raise NoSuchTerm(facts={"term": wanted, "known": sorted(known)})
    return known[wanted]


def _moment(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=BISHKEK)


def _as_json(answer: Answer) -> dict[str, Any]:
    return {
        "source": answer.source,
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
    yield f"{words['by']}: {words[answer.source]}"


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
