"""The referral on paper: what goes by post or by hand, and what is filed whatever way it went. Regulation of the Alai
line, III.9."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.journal.recording import record_look
from kairyluu.data.referrals.models import Referral
from kairyluu.gateways import documents
from kairyluu.queries.referrals.seeing import WITH, ReferralNotFound, appeal_of, facts_of
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.referrals.handing_over import words_of


@dataclass(frozen=True, kw_only=True)
class PrintReferral:
    referral_id: UUID


@act
def print_referral(command: PrintReferral, *, actor: Actor, now: datetime) -> bytes:
    """PDF/A in the language it was referred in; the same bytes whenever it is printed. Raises `ReferralNotFound`."""
    referral = Referral.objects.select_related(*WITH).filter(pk=command.referral_id).first()
    if referral is None or not referrals.may_see(actor, facts_of(referral, date_in_bishkek(now))):
        raise ReferralNotFound()
    appeal = appeal_of(referral)
    record_look(
        "referral_paper",
        actor=actor,
        now=now,
        appeal_id=appeal.pk if appeal else None,
        body_code=referral.body.code,
        referral=str(referral.pk),
    )
    return documents.render(_paper(referral))


def _paper(referral: Referral) -> documents.ReferralPaper:
    said = words_of(referral)
    contacts = (referral.body.phone, referral.body.website)
    return documents.ReferralPaper(
        language=referral.language,
        made_at=referral.sent_at,
        body=said["body"],
        contacts=", ".join(part for part in contacts if part),
        number=referral.number,
        sent=said["sent"],
        receiver=said["receiver"],
        address=referral.address if referral.channel == referrals.LETTER else "",
        matter=said["matter"],
        tense=said["tense"],
        paragraphs=tuple(part for part in referral.text.splitlines() if part.strip()),
        applicant=referral.applicant,
        sender_name=referral.sent_by_name,
        sender_post=referral.sent_by_post,
    )
