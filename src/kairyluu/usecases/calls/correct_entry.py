"""What is wrong in the journal is mended by a further entry that refers to the first; the first stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kairyluu.data.calls.entering import write_entry
from kairyluu.data.calls.models import JournalBook, JournalEntry
from kairyluu.data.journal.recording import record
from kairyluu.queries.calls.journal import visible_entries
from kairyluu.queries.calls.lines import answers
from kairyluu.rules.calls.journal import short_content
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of
from kairyluu.usecases.exchange.queueing import queue_later


@dataclass(frozen=True, kw_only=True)
class CorrectEntry:
    """`applicant` and `content` are the two columns as they should have been."""

    entry_id: int
    applicant: str
    content: str
    reason: str


class EntryNotFound(Refused):
    """No such entry, or not this operator's line: the answer is the same."""


class CorrectionEmpty(Refused):
    """Say what is right and why; facts: field."""


@act
def correct_entry(command: CorrectEntry, *, actor: Actor, now: datetime) -> JournalEntry:
    """The new entry, in the same book; pressed twice it is one. A correction is corrected by the first entry being corrected once more."""
    found = _found(command, actor)
    first = found.corrects or found
    applicant, reason = (" ".join(words.split()) for words in (command.applicant, command.reason))
    said = {
        "corrects": first,
        "reason": reason[:200],
        "applicant": applicant[:600],
        "content": short_content(command.content, ""),
    }
    if same := _newest(found.book, said):
        return same
    post = actor.post_as("hotline_operator", body_id=found.book.line.body_id)
    entry = write_entry(
        found.book,
        call=found.call,
        appeal=found.appeal,
        **said,
        received_at=found.received_at,
        written_at=now,
        told=found.told,
        operator_id=official_of(actor),
        operator_name=actor.name,
        operator_post=post.title("ky") if post else "",
    )
    facts = {"line": found.book.line.code, "serial": entry.serial, "corrects": first.serial}
    record(
        "correct_entry",
        actor=actor,
        now=now,
        body_code=found.book.line.body.code,
        facts=facts,
        reason=entry.reason,
    )
    if found.appeal_id:
        queue_later(found.appeal_id, "changed", now=now)
    return entry


def _found(command: CorrectEntry, actor: Actor) -> JournalEntry:
    """The entry, for the operator of its line; with words to correct it by."""
    seen = visible_entries(actor).select_related("book__line__body", "call")
    found = seen.filter(pk=command.entry_id).first()
    if found is None or not answers(actor, found.book.line):
        raise EntryNotFound()
    for name in ("content", "reason"):
        if not getattr(command, name).strip():
            raise CorrectionEmpty({"field": name})
    return found


def _newest(book: JournalBook, said: dict[str, Any]) -> JournalEntry | None:
    """The newest correction of the same entry, if it says just this; the book is locked, so that two at once are one
    after the other."""
    JournalBook.objects.select_for_update().get(pk=book.pk)
    newest = JournalEntry.objects.filter(book=book, corrects=said["corrects"]).order_by("-serial").first()
    is_same = newest is not None and all(getattr(newest, name) == said[name] for name in said)
    return newest if is_same else None
