"""What somebody sees before he refers, and of a referral later: personal data, so each look is recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.journal.recording import record_look
from kairyluu.data.referrals.models import Referral
from kairyluu.queries.calls.urgency import suggest_urgent
from kairyluu.queries.referrals.seeing import WITH, ReferralNotFound, appeal_of, facts_of
from kairyluu.rules import policies
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.grounds import ground_of
from kairyluu.usecases.referrals.writing import is_confidential


@dataclass(frozen=True, kw_only=True)
class BeginReferral:
    """From a call, an appeal, or neither, as in `ReferToLaw`."""

    call_id: UUID | None = None
    appeal_id: UUID | None = None
    body: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """`matter` is what the words suggest, empty for nothing; `is_named`: the caller or applicant gave a name."""

    body: Body
    text: str
    matter: str
    is_named: bool
    of: str


@dataclass(frozen=True, kw_only=True)
class LookAtReferral:
    referral_id: UUID


@act
def begin_referral(command: BeginReferral, *, actor: Actor, now: datetime) -> Beginning:
    """Raises `CallNotFound`, `AppealNotFound`, `NotAllowed`."""
    ground = ground_of(command, actor=actor, now=now)
    policies.demand(referrals.may_refer(actor, ground.body.pk, ground.about), "refer_to_law_enforcement")
    call, appeal = ground.call, ground.appeal or (ground.call.appeal if ground.call else None)
    if call is not None or appeal is not None:
        record_look(
            "referral_begun",
            actor=actor,
            now=now,
            appeal_id=appeal.pk if appeal else None,
            body_code=ground.body.code,
            call=str(call.pk) if call else "",
        )
    found = suggest_urgent(ground.words, "ky")
    taken_up = call.fields.get("urgent", "") if call else ""
    code = taken_up or (found[0].code if found else "")
    named = call.fields.get("who") != "none" and bool(call.fields.get("name")) if call else appeal is not None
    return Beginning(
        body=ground.body,
        text=ground.words,
        matter=referrals.MATTER_OF.get(code, ""),
        is_named=bool(named) and not is_confidential(ground),
        of=(appeal.number or appeal.tracking_number) if appeal else (call.number if call else ""),
    )


@act
def look_at_referral(command: LookAtReferral, *, actor: Actor, now: datetime) -> None:
    """Raises `ReferralNotFound`."""
    referral = Referral.objects.select_related(*WITH).filter(pk=command.referral_id).first()
    if referral is None or not referrals.may_see(actor, facts_of(referral, date_in_bishkek(now))):
        raise ReferralNotFound()
    appeal = appeal_of(referral)
    record_look(
        "referral",
        actor=actor,
        now=now,
        appeal_id=appeal.pk if appeal else None,
        body_code=referral.body.code,
        referral=str(referral.pk),
    )
