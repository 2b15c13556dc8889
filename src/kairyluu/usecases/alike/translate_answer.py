"""The executor writes the answer in the other languages of its group: each applicant is answered in his own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Cause
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import open_for

LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, kw_only=True)
class TranslateAnswer:
    """`text` in `language` replaces what was written before."""

    appeal_id: UUID
    language: str
    text: str
    seen_version: int | None = None


class NoGroup(Refused):
    """No other appeal waits for this answer, or not in that language."""


class TextMissing(Refused):
    """An answer has words."""


@act
def translate_answer(command: TranslateAnswer, *, actor: Actor, now: datetime) -> Appeal:
    if not command.text.strip():
        raise TextMissing()
    appeal = open_for("translate_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    cause = Cause.objects.filter(lead=appeal).first()
    if cause is None or command.language not in LANGUAGES:
        raise NoGroup()
    appeal.save(update_fields=["version", "state"])
    cause.texts = {**cause.texts, command.language: command.text}
    cause.save(update_fields=["texts"])

    facts = {"language": command.language, "length": len(command.text)}
    record(
        "translate_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts
    )
    return appeal
