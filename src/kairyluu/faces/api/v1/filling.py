"""An appeal as a program sends it, and the command it becomes."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import Field

from kairyluu.faces.api.reading import Sent
from kairyluu.faces.api.shapes import Kind, Language
from kairyluu.rules.spelling import clean_line, clean_text, phone_e164
from kairyluu.usecases.appeals.submit import Content, Person, SubmitAppeal, Target
from kairyluu.usecases.programs.entering import Door


class Applicant(Sent):
    surname: str = Field(max_length=100, description="surname")
    given_name: str = Field(max_length=100, description="given name")
    patronymic: str = Field("", max_length=100, description="patronymic; optional")
    is_organisation: bool = Field(False, description="an organisation sends the appeal")
    legal_form: str = Field("", max_length=100, description="of an organisation, like LLC")
    organisation: str = Field("", max_length=300, description="its name")
    personal_number: str = Field("", max_length=30, description="14 digits; optional")
    phone: str = Field(max_length=40, description="any Kyrgyz spelling, or +996700123456")
    email: str = Field("", max_length=254, description="where the reply is announced; optional")
    territory: str = Field(max_length=80, description="code of a district or city")
    address: str = Field(max_length=300, description="village, street, house, flat")
    postal_address: str = Field("", max_length=300, description="where letters go, if elsewhere")


class CoSigner(Sent):
    surname: str = Field(max_length=100, description="surname")
    given_name: str = Field(max_length=100, description="given name")
    patronymic: str = Field("", max_length=100, description="patronymic; optional")
    address: str = Field("", max_length=300, description="village, street, house, flat")


class About(Sent):
    """Whom a complaint is about: it is not given to them to handle."""

    body: str = Field("", max_length=80, description="code of a body")
    official: str = Field("", max_length=80, description="code of an official")
    description: str = Field("", max_length=300, description="in words")


class Appeal(Sent):
    body: str = Field(max_length=80, description="code of a body with is_open")
    addressee_post: str = Field("", max_length=120, description="code of a post; empty: the head")
    kind: Kind = Field(description="kind of appeal")
    topic: str = Field("", max_length=80, description="code; optional")
    subject: str = Field(max_length=1000, description="one sentence; the limit is a setting, 200 characters")
    text: str = Field(max_length=100_000, description="the limit is a setting, 4000 characters")
    reply_language: Language = Field(description="language of the answer")
    applicant: Applicant = Field(description="who sends the appeal")
    cosigners: list[CoSigner] = Field(
        [], max_length=500, description="who sends it together with the applicant"
    )
    about: About | None = Field(None, description="of a complaint only")
    files: list[UUID] = Field([], max_length=20, description="ids of files uploaded under the same key")
    is_confidential: bool = Field(False, description="only persons named by the head see who sent it")
    instruction_version: str = Field(max_length=20, description="of the instruction that was read")
    consent: Literal[True] = Field(description="to the handling of the data given here")


def to_command(sent: Appeal, submission_key: UUID, door: Door) -> SubmitAppeal:
    """Of what was checked."""
    return SubmitAppeal(
        submission_key=submission_key,
        body=sent.body,
        addressee_post=sent.addressee_post,
        content=Content(
            kind=sent.kind,
            topic=sent.topic,
            subject=clean_line(sent.subject),
            text=clean_text(sent.text),
            reply_language=sent.reply_language,
        ),
        applicant=_person(sent.applicant),
        targets=targets_of(sent),
        cosigners=tuple(_cosigner(one) for one in sent.cosigners),
        upload_ids=tuple(sent.files),
        instruction_version=sent.instruction_version,
        is_confidential=sent.is_confidential,
        door=door,
    )


def targets_of(sent: Appeal) -> tuple[Target, ...]:
    about = sent.about
    if about is None or not (about.body or about.official or about.description.strip()):
        return ()
    return (Target(body=about.body, official=about.official, description=clean_line(about.description)),)


def digits_of(value: str) -> str:
    return "".join(clean_line(value).split())


def _person(given: Applicant) -> Person:
    is_organisation = given.is_organisation
    return Person(
        surname=clean_line(given.surname),
        given_name=clean_line(given.given_name),
        patronymic=clean_line(given.patronymic),
        is_organisation=is_organisation,
        legal_form=clean_line(given.legal_form) if is_organisation else "",
        organisation=clean_line(given.organisation) if is_organisation else "",
        personal_number=digits_of(given.personal_number),
        phone=phone_e164(clean_line(given.phone)),
        email=clean_line(given.email),
        home_territory=given.territory,
        home_address=clean_line(given.address),
        postal_address=clean_line(given.postal_address),
    )


def _cosigner(given: CoSigner) -> Person:
    return Person(
        surname=clean_line(given.surname),
        given_name=clean_line(given.given_name),
        patronymic=clean_line(given.patronymic),
        home_address=clean_line(given.address),
    )
