"""A file of a collective appeal is the resolution of the meeting that decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class MarkMeeting:
    """`file_id` is a file of the applicant."""

    appeal_id: UUID
    file_id: UUID
    seen_version: int | None = None


class NotTheApplicantsFile(Refused):
    """Only what the applicants sent can be their resolution."""


@act
def mark_meeting(command: MarkMeeting, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("set_signature", command.appeal_id, actor=actor, seen_version=command.seen_version)
    file = Attachment.objects.filter(pk=command.file_id, appeal=appeal, purpose="applicant").first()
    if file is None:
        raise NotTheApplicantsFile()
    file.purpose = "meeting"
    file.save(update_fields=["purpose"])
    appeal.save(update_fields=["version", "state"])

    facts = {"name": file.name}
    record("mark_meeting", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return appeal
