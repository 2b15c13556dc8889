"""The shape of one case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from kairyluu.faces.api.shapes import Coded, coded
from kairyluu.faces.api.v1.terms import Due, due
from kairyluu.queries.cases.case import Case


class CasePerson(Schema):
    """Of a confidential case what everybody may see: nothing."""

    surname: str
    given_name: str
    patronymic: str
    is_organisation: bool
    legal_form: str
    organisation: str
    personal_number: str
    phone: str
    email: str
    territory: Coded | None
    address: str
    postal_address: str


class CaseTarget(Schema):
    body: Coded | None
    official: str
    description: str


class CaseTask(Schema):
    official: str = Field(description="code")
    name: str
    is_lead: bool
    part: str
    due_on: date | None


class CaseFile(Schema):
    id: UUID
    name: str
    size: int
    purpose: str


class CaseDraft(Schema):
    text: str
    outcome: str
    measures: str
    remarks: str = Field(description="the head's, at the last return")
    outgoing_number: str


class CaseFull(Schema):
    id: UUID
    version: int = Field(description="send it along with an act: what changed meanwhile is not overwritten")
    number: str
    tracking_number: str
    state: str
    kind: str
    channel: str
    topic: Coded | None
    subject: str
    text: str
    reply_language: str
    is_confidential: bool
    is_under_control: bool
    received_at: datetime
    registered_on: date | None
    closed_on: date | None
    due_on: date | None
    registration: Due
    consideration: Due | None
    applicant: CasePerson
    cosigners: list[CasePerson]
    about: list[CaseTarget]
    tasks: list[CaseTask]
    draft: CaseDraft | None
    files: list[CaseFile]
    verbs: list[str] = Field(description="what the official may do now; a program only by its scopes")


def shaped(case: Case) -> CaseFull:
    appeal = case.appeal
    plain = (
        *("id", "version", "number", "tracking_number", "state", "kind", "subject", "text", "reply_language"),
        *("is_confidential", "is_under_control", "received_at", "registered_on", "closed_on", "due_on"),
    )
    return CaseFull(
        **{name: getattr(appeal, name) for name in plain},
        channel=appeal.channel.code,
        topic=_coded(appeal.topic),
        registration=due(case.registration.deadline),
        consideration=due(case.consideration.deadline) if case.consideration else None,
        applicant=_person(case.applicant),
        cosigners=[_person(one) for one in case.cosigners],
        about=[
            CaseTarget(
                body=_coded(one.body),
                official=one.official.code if one.official else "",
                description=one.description,
            )
            for one in case.targets
        ],
        tasks=[_task(one) for one in case.assignments],
        draft=_draft(case.answer) if case.answer else None,
        files=[CaseFile(id=one.pk, name=one.name, size=one.size, purpose=one.purpose) for one in case.files],
        verbs=list(case.verbs),
    )


def _person(row: Any) -> CasePerson:
    plain = (
        *("surname", "given_name", "patronymic", "is_organisation", "legal_form", "organisation"),
        *("personal_number", "phone", "email", "postal_address"),
    )
    values = {name: getattr(row, name) for name in plain}
    return CasePerson(**values, territory=_coded(row.home_territory), address=row.home_address)


def _task(row: Any) -> CaseTask:
    executor = row.executor
    return CaseTask(
        official=executor.code,
        name=executor.full_name,
        is_lead=row.is_lead,
        part=row.part,
        due_on=row.due_on,
    )


def _draft(answer: Any) -> CaseDraft:
    plain = ("text", "measures", "remarks", "outgoing_number")
    return CaseDraft(outcome=answer.outcome.code, **{name: getattr(answer, name) for name in plain})


def _coded(row: Any) -> Coded | None:
    return Coded(**coded(row)) if row else None
