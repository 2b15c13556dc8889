"""The letter of an answer or refusal: made once, at sending, and filed with the appeal for ever; before that only as a
preview."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.conf import settings

from kairyluu.data.appeals.models import Answer, Appeal, Applicant, Assignment, Attachment, Refusal
from kairyluu.gateways import files
from kairyluu.gateways.documents import AddressSheet, LetterPaper, render
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.answers.points import day_on_paper, letter_points, way_to_complain

_OTHER = {"ky": "ru", "ru": "ky", "en": "ky"}
_LIMIT = 50 * 1024 * 1024


def file_letter(appeal: Appeal, *, now: datetime) -> Attachment:
    """The PDF of the sent answer or of the refusal, stored and bound to the appeal."""
    refusal = Refusal.objects.select_related("ground").filter(appeal=appeal).first()
    paper = (
        refusal_paper(appeal, refusal) if refusal else answer_paper(appeal, Answer.objects.get(appeal=appeal))
    )
    stored = files.store(io.BytesIO(render(paper)), limit=_LIMIT)
    return Attachment.objects.create(
        id=uuid4(),
        appeal=appeal,
        purpose="letter",
        name=files.clean_name(f"{paper.outgoing_number}.pdf"),
        media_type="application/pdf",
        size=stored.size,
        sha256=stored.sha256,
        uploaded_at=now,
    )


def preview(appeal: Appeal, *, now: datetime, warning: str) -> bytes:
    """The PDF as it would leave today, with `warning` printed across it."""
    return render(answer_paper(appeal, Answer.objects.get(appeal=appeal), made_at=now, warning=warning))


def address_sheet(appeal: Appeal, *, now: datetime) -> bytes:
    """For the envelope of a closed appeal's letter."""
    answer = Answer.objects.filter(appeal=appeal).exclude(outgoing_number="").first()
    letter = answer or Refusal.objects.get(appeal=appeal)
    person, language = _applicant(appeal), appeal.reply_language
    sheet = AddressSheet(
        language=language,
        made_at=now,
        addressee=person.display_name,
        address=address_of(person, language),
        sender=appeal.body.name(language),
        sender_address=appeal.body.address,
        number=letter.outgoing_number,
    )
    return render(sheet)


def answer_paper(
    appeal: Appeal, answer: Answer, *, made_at: datetime | None = None, warning: str = ""
) -> LetterPaper:
    lead = (
        Assignment.objects.filter(appeal=appeal, is_lead=True, is_current=True)
        .select_related("executor")
        .first()
    )
    return LetterPaper(
        **_letterhead(appeal, answer.language),
        **way_to_complain(appeal, answer.language, made_at or answer.sent_at or answer.drafted_at),
        made_at=made_at or answer.sent_at or answer.drafted_at,
        outgoing_number=answer.outgoing_number,
        outgoing_on=day_on_paper(answer.outgoing_on),
        paragraphs=_paragraphs(answer.text),
        points=letter_points(appeal),
        outcome=answer.outcome.name(answer.language),
        measures=answer.measures,
        signer_title=answer.signer_title,
        signer_name=answer.signer_name,
        executor=lead.executor.initials if lead else "",
        verification_code=answer.verification_code,
        check_url=_check_url(answer.verification_code),
        warning=warning,
    )


def refusal_paper(appeal: Appeal, refusal: Refusal) -> LetterPaper:
    language = appeal.reply_language
    return LetterPaper(
        **_letterhead(appeal, language),
        **way_to_complain(appeal, language, refusal.decided_at),
        made_at=refusal.decided_at,
        outgoing_number=refusal.outgoing_number,
        outgoing_on=day_on_paper(date_in_bishkek(refusal.decided_at)),
        paragraphs=_paragraphs(refusal.reason),
        ground=refusal.ground.name(language),
        ground_law=refusal.ground.legal_basis if language == "en" else "",
        can_repair=refusal.ground.citizen_can_fix,
        signer_title=refusal.author_title,
        signer_name=refusal.author_name,
        verification_code=refusal.verification_code,
        check_url=_check_url(refusal.verification_code),
    )


def address_of(person: Applicant, language: str) -> str:
    """The postal address, or the home address with its territory."""
    if person.postal_address:
        return person.postal_address
    place = person.home_territory
    names = [place.parent.name(language) if place.parent else "", place.name(language)] if place else []
    return ", ".join(part for part in (*names, person.home_address) if part)


def _letterhead(appeal: Appeal, language: str) -> dict[str, Any]:
    body, person = appeal.body, _applicant(appeal)
    return {
        "language": language,
        "body": body.name(language),
        "second_name": body.name(_OTHER[language]),
        "contacts": ", ".join(part for part in (body.address, body.phone or body.trust_phone) if part),
        "appeal_number": appeal.number,
        "appeal_on": day_on_paper(appeal.registered_on),
        "applicant": person.display_name,
        "address": address_of(person, language),
        "subject": appeal.subject,
    }


def _applicant(appeal: Appeal) -> Applicant:
    return Applicant.objects.select_related("home_territory__parent").get(appeal=appeal, role="main")


def _paragraphs(text: str) -> tuple[str, ...]:
    blocks = (block.strip("\n ") for block in text.replace("\r\n", "\n").split("\n\n"))
    return tuple(block for block in blocks if block)


def _check_url(code: str) -> str:
    return f"{settings.BASE_URL}/check/{code}/" if code else ""
