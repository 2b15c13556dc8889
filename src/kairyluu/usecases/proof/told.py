"""Who was told what and when: every letter with its fate, control from above, reminders."""

from __future__ import annotations

from django.conf import settings

from kairyluu.data.appeals.models import ControlMark, ControlRequest, Reminder
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.notices.facts import facts_of
from kairyluu.notices.letter import render
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.rules.notices.ways import PUSH, TELEGRAM
from kairyluu.usecases.proof.tongue import Tongue, people


def letters(dossier: Dossier, tongue: Tongue) -> SheetPart:
    """Created, tried, sent or failed; the address is the one the letter left for."""
    rows = tuple(_letter(notice, tongue) for notice in dossier.notices)
    columns = ("letter", "address", "created", "sent", "fate")
    return SheetPart("part_letters", tables=(SheetTable("letters", columns, rows),) if rows else ())


def control(dossier: Dossier, tongue: Tongue) -> SheetPart:
    watched = dossier.case.control
    marks = sorted((*watched.standing, *watched.lifted), key=lambda mark: mark.set_at)
    found = (
        SheetTable(
            "marks", ("at", "why", "lifted", "why_lifted"), tuple(_mark(row, tongue) for row in marks)
        ),
        SheetTable(
            "requests",
            ("at", "question", "due", "its_answer"),
            tuple(_request(row, tongue) for row in watched.requests),
        ),
        SheetTable(
            "reminders",
            ("at", "who", "duty", "due", "letter_left"),
            tuple(_reminder(row, tongue) for row in dossier.reminders),
        ),
    )
    return SheetPart("part_control", tables=tuple(table for table in found if table.rows))


def _letter(notice: Notice, tongue: Tongue) -> tuple[str, ...]:
    facts = {"site": settings.BASE_URL} | notice.facts
    if notice.appeal_id:
        facts |= facts_of(notice.appeal_id, notice.language, settings.BASE_URL)
    fate = [tongue.label(f"letter_{notice.state}"), tongue.said("attempts", n=notice.attempts)]
    fate += [notice.reference, notice.last_error]
    if notice.fate:
        fate.append(f"{tongue.label(f'letter_{notice.fate}')} {tongue.moment(notice.fate_at)}")
    if notice.handled_at:
        handled = people(notice.handled_by, tongue.moment(notice.handled_at))
        fate.append(f"{tongue.label(f'letter_{notice.handled_how}')} ({handled})")
    return (
        render(notice.code, notice.language, facts).subject,
        _address(notice, tongue),
        tongue.moment(notice.created_at),
        tongue.moment(notice.sent_at),
        ", ".join(part for part in fate if part),
    )


def _address(notice: Notice, tongue: Tongue) -> str:
    """The number of a chat or the key of a browser says nothing to anybody."""
    if notice.channel in (TELEGRAM, PUSH):
        return tongue.label(f"way_{notice.channel}")
    return notice.address


def _mark(mark: ControlMark, tongue: Tongue) -> tuple[str, ...]:
    who = people(mark.official.full_name, tongue.title(mark.post), tongue.name(mark.body))
    lifted = people(mark.lift_reason, mark.lifted_by.full_name if mark.lifted_by else "")
    return tongue.moment(mark.set_at), f"{mark.reason} ({who})", tongue.day(mark.lifted_at), lifted


def _request(row: ControlRequest, tongue: Tongue) -> tuple[str, ...]:
    who = people(row.asked_by.full_name, tongue.title(row.asked_post))
    answered = people(row.answered_by.full_name if row.answered_by else "", tongue.moment(row.answered_at))
    reply = f"{row.answer} ({answered})" if row.answered_at else tongue.label("unanswered")
    return tongue.moment(row.asked_at), f"{row.question} ({who})", tongue.day(row.due_on), reply


def _reminder(row: Reminder, tongue: Tongue) -> tuple[str, ...]:
    return (
        tongue.moment(row.told_at),
        row.official.full_name,
        tongue.word("duty", row.duty),
        tongue.day(row.due_on),
        tongue.yes(row.notice_id is not None),
    )
