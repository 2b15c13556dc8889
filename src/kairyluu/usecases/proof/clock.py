"""The clock: each term with the row of law it came from, every day stepped over, and everything that moved it."""

from __future__ import annotations

from datetime import date, datetime

from kairyluu.data.appeals.models import Clarification
from kairyluu.data.journal.models import Entry
from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.queries.directory import directory
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.rules.deadlines import CONSIDERATION, REGISTRATION, Deadline
from kairyluu.rules.workdays import WhyOff
from kairyluu.usecases.proof.tongue import Tongue, people

RECOUNTED = "recount_deadline"
FIRST = (REGISTRATION, CONSIDERATION)
Change = tuple[datetime, tuple[str, ...]]


def clock(dossier: Dossier, tongue: Tongue, today: date) -> list[SheetPart]:
    """One part for each term that was counted, then one for what changed the days."""
    reasons = dossier.case.appeal.deadline_reasons
    counted = {
        key: stored for key, stored in reasons.items() if isinstance(stored, dict) and "term_id" in stored
    }
    order = [*(key for key in FIRST if key in counted), *(key for key in counted if key not in FIRST)]
    parts = [_term(dossier, tongue, key, Deadline.from_json(counted[key]), today) for key in order]
    return [*parts, _changes(dossier, tongue)]


def due_day(dossier: Dossier, code: str) -> date | None:
    """The day that counts in the end, after extensions, stopped days and recounts."""
    appeal = dossier.case.appeal
    return appeal.registration_due_on if code == REGISTRATION else appeal.consideration_due_on


def met_day(dossier: Dossier, code: str) -> date | None:
    appeal = dossier.case.appeal
    return appeal.registered_on if code == REGISTRATION else appeal.closed_on


def days_late(dossier: Dossier, due_on: date, until: date) -> int:
    """Working days past the day, 0 for none; at least 1 on a day off right after it."""
    if until <= due_on:
        return 0
    calendar = directory().calendar_for(dossier.case.appeal.body)
    return max(1, calendar.working_days_between(due_on, until))


def verdict(dossier: Dossier, tongue: Tongue, code: str, today: date) -> str:
    """In time, late by so many days, or still running."""
    due_on, met_on = due_day(dossier, code), met_day(dossier, code)
    if due_on is None:
        return ""
    late = days_late(dossier, due_on, met_on or today)
    if late:
        return tongue.said("late_by" if met_on else "overdue_by", n=late)
    return tongue.label("in_time" if met_on else "running")


def _term(dossier: Dossier, tongue: Tongue, code: str, deadline: Deadline, today: date) -> SheetPart:
    facts = [
        ("term", f"{deadline.term_id}: {deadline.amount} {tongue.label('v_' + deadline.unit)}"),
        ("starts", f"{tongue.day(deadline.starts_on)}, {tongue.label('v_' + deadline.first_day)}"),
        ("due", tongue.day(deadline.due_on)),
    ]
    if code in FIRST:
        shown, met_on = due_day(dossier, code), met_day(dossier, code)
        facts += [
            ("due_in_the_end", tongue.day(shown) if shown != deadline.due_on else ""),
            ("done_on", tongue.day(met_on)),
            ("verdict", verdict(dossier, tongue, code, today)),
        ]
    facts += [
        ("worked_by_decision", ", ".join(map(tongue.day, deadline.worked_by_decision))),
        ("legal_basis", tongue.law(deadline.legal_basis)),
        ("source", deadline.source),
        ("status", tongue.word("status", deadline.status)),
        ("confirmed", tongue.yes(deadline.is_confirmed)),
        ("calendar_as_of", tongue.day(deadline.calendar_as_of)),
    ]
    skipped = tuple(_day_off(day, tongue) for day in deadline.skipped)
    return SheetPart(
        f"part_{code}" if code in FIRST else "part_other_term",
        facts=tuple((name, value) for name, value in facts if value),
        tables=(SheetTable("skipped", ("day", "why_off", "status"), skipped),),
    )


def _day_off(day: WhyOff, tongue: Tongue) -> tuple[str, str, str]:
    name = str(getattr(day, f"name_{tongue.language}", "") or day.name_ky)
    why = name or tongue.word("day", day.reason)
    return tongue.day(day.date), why, tongue.label("confirmed_day" if day.is_confirmed else "unconfirmed_day")


def _changes(dossier: Dossier, tongue: Tongue) -> SheetPart:
    found: list[Change] = []
    for extension in dossier.extensions:
        days = tongue.day(extension.old_due_on), tongue.day(extension.new_due_on)
        why = people(extension.author_name, extension.author_title)
        found.append((extension.made_at, (tongue.label("extended"), *days, f"{extension.reason} ({why})")))
    for asked in dossier.clarifications:
        code = "asked_clock_stops" if asked.stops_clock else "asked_clock_runs"
        days = tongue.day(asked.asked_at), tongue.day(asked.resumed_on)
        said = f"{asked.question} — {_reply(asked, tongue)} ({asked.author_name})"
        found.append((asked.asked_at, (tongue.label(code), *days, said)))
    found += [_recount(entry, tongue) for entry in dossier.entries if entry.act == RECOUNTED]
    rows = tuple((tongue.moment(at), *cells) for at, cells in sorted(found, key=lambda change: change[0]))
    columns = ("at", "what", "old_day", "new_day", "why")
    return SheetPart("part_changes", tables=(SheetTable("changes", columns, rows),) if rows else ())


def _reply(asked: Clarification, tongue: Tongue) -> str:
    """Its words and the names of its files, whose sums stand with the files of the case."""
    if asked.replied_at is None:
        return tongue.label("silent" if asked.resumed_on else "no_reply_yet")
    return "; ".join([asked.reply, *(file.name for file in asked.files.all())])


def _recount(entry: Entry, tongue: Tongue) -> Change:
    facts = entry.facts
    days = (tongue.value("old", facts.get("old", "")), tongue.value("new", facts.get("new", "")))
    what = f"{tongue.word('act', entry.act)}: {tongue.word('duty', str(facts.get('duty', '')))}"
    return entry.at, (what, *days, tongue.value("day", facts.get("day", {})))
