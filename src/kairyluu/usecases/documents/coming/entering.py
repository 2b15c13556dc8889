"""An appeal that another system registered enters as one that a registrar takes in: by its channel, with the number and
day of its source (resolution No. 463, clause 3: all channels, one register)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.lodging import Content, Person
from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.exchange.models import IncomingMessage
from kairyluu.gateways import files
from kairyluu.queries.directory import directory
from kairyluu.rules.channels import PORTAL, TRUST_TELEPHONE
from kairyluu.rules.exchange import incoming
from kairyluu.rules.exchange.incoming import MessageUnreadable, day_in, words_in
from kairyluu.rules.facts import Actor
from kairyluu.rules.spelling import NotATelephone, phone_e164
from kairyluu.usecases.appeals.by_hand import TakeIn
from kairyluu.usecases.appeals.take_in import take_in
from kairyluu.usecases.files.upload import UploadToForm, upload_to_form

CHANNEL = "edms"
KINDS, LANGUAGES = ("proposal", "application", "complaint"), ("ky", "ru", "en")


def enter_appeal(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """Once, whatever was done before a crash. Raises what `take_in` raises, and `MessageUnreadable`."""
    if row.submission_key is None or Appeal.objects.filter(submission_key=row.submission_key).exists():
        return
    told = row.content[incoming.APPEAL]
    known = directory()
    channel = words_in(told, "channel", most=40) or CHANNEL
    if channel not in known.channels or channel in (PORTAL, TRUST_TELEPHONE):
        raise MessageUnreadable({"field": "channel"})
    applicant = told.get("applicant")
    if not isinstance(applicant, Mapping):
        raise MessageUnreadable({"field": "applicant"})
    on = day_in(told, "registered_on")
    number = words_in(told, "number", most=60, is_needed=True)
    order = TakeIn(
        submission_key=row.submission_key,
        body=row.system.body.code,
        channel=channel,
        received_at=min(row.received_at, now),  # when it reached us, by our clock: theirs may be ahead
        content=_content(told),
        applicant=_person(applicant),
        upload_ids=tuple(_uploaded(row, actor, now)),
        source_number=" ".join(part for part in (number, f"{on:%d.%m.%Y}" if on else "") if part),
    )
    take_in(order, actor=actor, now=now)


def _content(told: Mapping[str, Any]) -> Content:
    kind, language = words_in(told, "kind", most=20), words_in(told, "language", most=2) or "ky"
    if kind not in KINDS or language not in LANGUAGES:
        raise MessageUnreadable({"field": "kind" if kind not in KINDS else "language"})
    text = words_in(told, "text", most=directory().number("text_limit"), is_needed=True)
    return Content(
        kind=kind,
        subject=words_in(told, "subject", most=300) or text[:120],
        text=text,
        reply_language=language,
        topic=words_in(told, "topic", most=60),
    )


def _person(told: Mapping[str, Any]) -> Person:
    organisation = words_in(told, "organisation", most=300)
    surname, given = words_in(told, "surname", most=100), words_in(told, "given_name", most=100)
    if not organisation and not surname:
        raise MessageUnreadable({"field": "surname"})
    try:
        phone = words_in(told, "phone", most=40)
        phone = phone_e164(phone) if phone else ""
    except NotATelephone:
        raise MessageUnreadable({"field": "phone"}) from None
    return Person(
        surname=surname,
        given_name=given,
        patronymic=words_in(told, "patronymic", most=100),
        is_organisation=bool(organisation),
        organisation=organisation,
        legal_form=words_in(told, "legal_form", most=60) if organisation else "",
        phone=phone,
        email=words_in(told, "email", most=254),
        home_address=words_in(told, "address", most=500),
    )


def _uploaded(row: IncomingMessage, actor: Actor, now: datetime) -> list[UUID]:
    """Through the same checks as a form's files; those uploaded before a crash are found again."""
    found: list[UUID] = []
    for told in row.content.get("documents") or ():
        sha256 = words_in(told, "sha256", most=64, is_needed=True)
        mine = Attachment.objects.filter(
            submission_key=row.submission_key, sha256=sha256, appeal__isnull=True
        )
        waiting = mine.exclude(pk__in=found).first()
        if waiting is None and row.submission_key is not None:
            with files.open(sha256) as content:
                name = words_in(told, "name", most=200) or "document"
                form = UploadToForm(submission_key=row.submission_key, name=name, content=content)
                waiting = upload_to_form(form, actor=actor, now=now)
        if waiting is not None:
            found.append(waiting.pk)
    return found
