"""Taking the proof file of one appeal: everything the four grounds of the amendment of 2025 need, in one PDF/A."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import TakenProof
from kairyluu.data.journal.recording import record_look
from kairyluu.gateways import documents
from kairyluu.queries.proof.dossier import Dossier, find_dossier
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.conflicts.attempts import turned_away
from kairyluu.usecases.proof.parts import parts_of
from kairyluu.usecases.proof.tongue import Tongue, people


@dataclass(frozen=True, kw_only=True)
class TakeProof:
    """`words` are those of the screens in `language`: `act.register`, `state.answered`, `kind.complaint` ..."""

    appeal_id: UUID
    language: str
    words: Mapping[str, str] = field(default_factory=dict)


@act
def take_proof(command: TakeProof, *, actor: Actor, now: datetime) -> bytes:
    """The PDF. Raises `AppealNotFound` for who may not see the appeal, `NotAllowed` for who sees it by his task only.

    What was handed out is kept with its digests; the taking is a look like any other."""
    appeal = Appeal.objects.select_related("body").filter(pk=command.appeal_id).first()
    if appeal is None:
        raise AppealNotFound()
    if not policies.may_see(actor, facts := appeal.facts()):
        raise turned_away(AppealNotFound(), "take_proof", actor=actor, appeal=appeal, facts=facts)
    policies.demand(policies.may_take_proof(actor, facts), "take_proof")

    dossier = find_dossier(actor, appeal.pk, today=date_in_bishkek(now))
    code, who = new_verification_code(), _who(actor, command.language)
    content = documents.render(_paper(dossier, command, code, who, now))

    TakenProof.objects.create(
        code=code,
        appeal_id=appeal.pk,
        taken_at=now,
        taken_by=who,
        language=command.language,
        entry_ids=[entry.pk for entry in dossier.entries],
        digest=dossier.digest,
        file_digests=[file.sha256 for file in dossier.case.files],
        sha256=hashlib.sha256(content).hexdigest(),
    )
    record_look("proof", actor=actor, now=now, appeal_id=appeal.pk, body_code=appeal.body.code, code=code)
    return content


def _paper(dossier: Dossier, command: TakeProof, code: str, who: str, now: datetime) -> documents.ProofPaper:
    tongue = Tongue(command.language, command.words)
    appeal = dossier.case.appeal
    heads = (
        ("number", appeal.number),
        ("tracking_number", appeal.tracking_number),
        ("state", tongue.word("state", appeal.state)),
        ("taken", f"{tongue.moment(now)}, {who}"),
        ("code", code),
        ("digest", dossier.digest),
    )
    return documents.ProofPaper(
        language=command.language,
        made_at=now,
        body=tongue.name(appeal.body),
        number=appeal.number or appeal.tracking_number,
        subject=appeal.subject,
        heads=tuple((name, value) for name, value in heads if value),
        parts=tuple(parts_of(dossier, tongue, code, date_in_bishkek(now))),
        code=code,
        check_url=f"{settings.BASE_URL}/check/{code}/",
    )


def _who(actor: Actor, language: str) -> str:
    return people(actor.name, *dict.fromkeys(post.title(language) for post in actor.posts))
