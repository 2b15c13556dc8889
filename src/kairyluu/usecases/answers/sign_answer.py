"""The head signs the answer. Resolution No. 463, clause 4: heads answer personally."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.answer_members import demand_languages
from kairyluu.usecases.answers.checking import demand_complete
from kairyluu.usecases.answers.originality import demand_original_again
from kairyluu.usecases.appeals.opening import acting_post, open_for


@dataclass(frozen=True, kw_only=True)
class SignAnswer:
    """`seen_version` is demanded here: nobody signs a text he has not seen. `copy_reason` is the signer's, where he
    sees more earlier answers repeated than the executor saw."""

    appeal_id: UUID
    seen_version: int
    copy_reason: str = ""


@act
def sign_answer(command: SignAnswer, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("sign_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    answer = Answer.objects.get(appeal=appeal)
    post = acting_post(actor, appeal, "head", "deputy")
    demand_languages(appeal, answer)
    demand_complete(appeal, answer)
    repeats = demand_original_again(appeal, answer, command.copy_reason, actor=actor, now=now)

    answer.signed_at = now
    answer.signer_id = actor.official_id
    answer.signer_post_id = post.post_id
    answer.signer_title = post.title(answer.language)
    answer.signer_name = actor.name
    answer.verification_code = new_verification_code()
    answer.save()
    appeal.save(update_fields=["version", "state"])

    facts = {"signer_title": answer.signer_title, "is_stand_in": post.is_stand_in} | repeats
    record("sign_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return appeal
