"""The body confirms that what its answer promised was done; the applicant is told and says whether it is so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from kairyluu.data.appeals.models import Promise
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.voice.promised import members_promised
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import main_applicant, official_of, open_for
from kairyluu.usecases.files.keeping import keep_file


@dataclass(frozen=True, kw_only=True)
class ConfirmPromise:
    """`note` says what was done, `content` shows it: one of both at least. Everybody to whom it was promised sees them."""

    appeal_id: UUID
    promise_id: int
    note: str
    name: str = ""
    content: BinaryIO | None = None
    seen_version: int | None = None


class NoSuchPromise(Refused):
    """The letter on this appeal promised no such thing."""


class PromiseAlreadyConfirmed(Refused):
    """Somebody has confirmed it before, and nobody has denied it since; facts: at."""


class NoteMissing(Refused):
    """A confirmation says or shows what was done."""


@act
def confirm_promise(command: ConfirmPromise, *, actor: Actor, now: datetime) -> Promise:
    if not command.note.strip() and command.content is None:
        raise NoteMissing()
    appeal = open_for("confirm_promise", command.appeal_id, actor=actor, seen_version=command.seen_version)
    promise = Promise.objects.filter(pk=command.promise_id, appeal=appeal).first()
    if promise is None:
        raise NoSuchPromise()
    if promise.kept_at is not None and promise.denied_at is None:
        raise PromiseAlreadyConfirmed({"at": promise.kept_at.isoformat()})

    promise.kept_at, promise.kept_by_id, promise.kept_note = now, official_of(actor), command.note
    promise.denied_at = None
    promise.save(update_fields=["kept_at", "kept_by", "kept_note", "denied_at"])
    appeal.save(update_fields=["version", "state"])

    shown = _shown(command, promise, actor, now)
    facts = {"promise": promise.text, "due_on": promise.due_on.isoformat(), **shown}
    record(
        "confirm_promise",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts | {"is_late": date_in_bishkek(now) > promise.due_on},
        reason=command.note,
    )
    for told in (appeal, *members_promised(promise)):
        address = main_applicant(told).email
        outbox.put_for_applicant(
            "promise_confirmed",
            told,
            address,
            now=now,
            promise=promise.text,
            note=command.note or shown["name"],
        )
    return promise


def _shown(command: ConfirmPromise, promise: Promise, actor: Actor, now: datetime) -> dict[str, str]:
    """The file kept with the promise, as facts of the entry."""
    if command.content is None:
        return {}
    kept = keep_file(
        command.name, command.content, actor, now, appeal=promise.appeal, promise=promise, purpose="promise"
    )
    return {"name": kept.name, "sha256": kept.sha256}
