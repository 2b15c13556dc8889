"""The mark on the result of consideration, looked up each time it is read: it fills itself when the appeal is answered.
Regulation of the Alai line, III.6, fifth column."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from kairyluu.data.appeals.models import Answer
from kairyluu.data.calls.models import JournalEntry
from kairyluu.queries.exchange.told import words_for_calls
from kairyluu.rules.workdays import date_in_bishkek


def marks_of(entries: list[JournalEntry], language: str) -> dict[int, str]:
    """By the row id of the entry; three queries whatever their number. Entries come with appeal and outcome."""
    answers = Answer.objects.filter(appeal_id__in=[e.appeal_id for e in entries if e.appeal_id])
    outgoing: dict[UUID | None, str] = dict(
        answers.exclude(outgoing_number="").values_list("appeal_id", "outgoing_number")
    )
    with override(language):
        sent = words_for_calls(entry.call_id for entry in entries if entry.told)
        return {
            entry.pk: "; ".join(
                part
                for part in (
                    _mark(entry, outgoing.get(entry.appeal_id, ""), language),
                    sent.get(entry.call_id, ""),
                )
                if part
            )
            for entry in entries
        }


def _mark(entry: JournalEntry, outgoing: str, language: str) -> str:
    if entry.corrects is not None:
        return _("Corrects entry %(serial)s: %(reason)s") % {
            "serial": entry.corrects.serial,
            "reason": entry.reason,
        }
    appeal = entry.appeal
    if appeal is None:
        return _("Explained: %(told)s %(day)s") % {
            "told": entry.told,
            "day": _day(date_in_bishkek(entry.received_at)),
        }
    if not appeal.is_open:
        outcome = appeal.outcome.name(language) if appeal.outcome else ""
        number = f"№ {outgoing}" if outgoing else ""
        closed = _day(appeal.closed_on) if appeal.closed_on else ""
        return ", ".join(part for part in (outcome, number, closed, appeal.number) if part)
    if not appeal.number or appeal.consideration_due_on is None:
        return _("Tracking number %(number)s, not registered yet") % {"number": appeal.tracking_number}
    facts = {"number": appeal.number, "day": _day(appeal.consideration_due_on)}
    return _("%(number)s, due %(day)s") % facts


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
