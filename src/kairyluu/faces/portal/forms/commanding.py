"""From the cleaned form to the command."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kairyluu.usecases.appeals.submit import Content, Person, SubmitAppeal, Target

BODY, OFFICIAL = "b:", "o:"  # what a value of `target` begins with


def to_command(
    key: UUID, sent: dict[str, Any], upload_ids: tuple[UUID, ...], instruction_version: str
) -> SubmitAppeal:
    """`sent` are the cleaned values of a valid form."""
    return SubmitAppeal(
        submission_key=key,
        body=sent["body"],
        addressee_post=sent["post"],
        content=Content(
            kind=sent["kind"],
            topic=sent["topic"],
            subject=sent["subject"],
            text=sent["text"],
            reply_language=sent["reply_language"],
        ),
        applicant=_applicant(sent),
        targets=targets_of(sent),
        cosigners=sent["cosigners"],
        upload_ids=upload_ids,
        instruction_version=instruction_version,
        is_confidential=bool(sent["confidential"]),
    )


def _applicant(sent: dict[str, Any]) -> Person:
    is_organisation = sent["who"] == "organisation"
    return Person(
        surname=sent["surname"],
        given_name=sent["given_name"],
        patronymic=sent["patronymic"],
        is_organisation=is_organisation,
        legal_form=sent["legal_form"] if is_organisation else "",
        organisation=sent["organisation"] if is_organisation else "",
        personal_number=sent["personal_number"],
        phone=sent["phone"],
        email=sent["email"],
        home_territory=sent["territory"],
        home_address=sent["address"],
        postal_address=sent["postal_address"],
    )


def targets_of(sent: dict[str, Any]) -> tuple[Target, ...]:
    """Whom a complaint is about; other kinds are about nobody."""
    if sent["kind"] != "complaint" or not (sent["target"] or sent["target_text"]):
        return ()
    code = sent["target"][len(BODY) :]
    is_body = sent["target"].startswith(BODY)
    return (
        Target(
            body=code if is_body else "",
            official="" if is_body else code,
            description=sent["target_text"],
        ),
    )
