"""Acts of a body's programs: registering, the head's resolution, drafting, putting before the head, files. Refusing,
returning, signing and sending stay with persons (decision record on programs of bodies)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.gate import Bearer, Caller, caller
from kairyluu.faces.api.problems import At
from kairyluu.faces.api.reading import Sent
from kairyluu.faces.api.shapes import answers
from kairyluu.faces.api.v1.appeals import Kept, why_no_file
from kairyluu.faces.api.v1.cases import of_this_body
from kairyluu.faces.api.v1.casework.refused_acts import why_not
from kairyluu.queries.cases.case import find_case
from kairyluu.rules.exchange.programs import DRAFT, REGISTER, RESOLVE
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.files.upload import AttachToWork, attach_to_work

router = Router(tags=["Case work"], auth=Bearer())
ACTED = (401, 403, 404, 409, 413, 415)
FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)


class Seen(Sent):
    version: int = Field(ge=0, le=2_000_000_000, description="of the case as it was read")


class Registration(Seen):
    topic: str = Field("", max_length=80, description="corrects the applicant's choice; empty leaves it")


class Task(Sent):
    official: str = Field(max_length=80, description="code that GET /cases/executors names")
    part: str = Field("", max_length=1000, description="what of it this executor does")
    due_on: date | None = Field(None, ge=FIRST, le=LAST, description="until when this executor does it")


class Resolution(Seen):
    text: str = Field(max_length=4000, description="what is to be done")
    lead: Task = Field(description="responsible executor")
    co_executors: list[Task] = Field([], max_length=20, description="co-executors")
    due_on: date | None = Field(None, ge=FIRST, le=LAST, description="the internal day")
    is_under_control: bool = Field(False, description="taken under control")


class Draft(Seen):
    text: str = Field(max_length=50_000, description="text of the answer")
    outcome: str = Field(max_length=40, description="code of an outcome")
    measures: str = Field("", max_length=10_000, description="what was actually done")
    gaps_reason: str = Field("", max_length=2000, description="why something asked is left open")
    copy_reason: str = Field(
        "", max_length=2000, description="why a text that repeats an earlier one is right"
    )


class Acted(Schema):
    id: UUID
    version: int
    state: str
    number: str


@router.post("/{uuid:case_id}/registration", response=answers(Acted, *ACTED), summary="Register a case")
def register(request: HttpRequest, case_id: UUID, sent: Registration) -> Acted:
    """The next number of the body's register. For officials who register."""
    by = caller(request, REGISTER)
    command = RegisterAppeal(appeal_id=case_id, topic=sent.topic, seen_version=sent.version)
    return _acted(by, case_id, register_appeal, command)


@router.post("/{uuid:case_id}/resolution", response=answers(Acted, *ACTED), summary="Enter a resolution")
def resolve(request: HttpRequest, case_id: UUID, sent: Resolution) -> Acted:
    """Of the head or deputy in whose name the program acts, as he gave it in the body's own system."""
    by = caller(request, RESOLVE)
    command = ResolveAppeal(
        appeal_id=case_id,
        text=sent.text,
        lead=_part(sent.lead),
        co_executors=tuple(_part(one) for one in sent.co_executors),
        due_on=sent.due_on,
        is_under_control=sent.is_under_control,
        seen_version=sent.version,
    )
    return _acted(by, case_id, resolve_appeal, command)


@router.put("/{uuid:case_id}/draft", response=answers(Acted, *ACTED), summary="Write the draft of the answer")
def draft(request: HttpRequest, case_id: UUID, sent: Draft) -> Acted:
    """Of the responsible executor. The head signs it himself, on the page of the case."""
    by = caller(request, DRAFT)
    command = DraftAnswer(
        appeal_id=case_id,
        text=sent.text,
        outcome=sent.outcome,
        measures=sent.measures,
        gaps_reason=sent.gaps_reason,
        copy_reason=sent.copy_reason,
        seen_version=sent.version,
    )
    return _acted(by, case_id, draft_answer, command)


@router.post(
    "/{uuid:case_id}/draft/submission",
    response=answers(Acted, *ACTED),
    summary="Put the draft before the head",
)
def submit_draft(request: HttpRequest, case_id: UUID, sent: Seen) -> Acted:
    by = caller(request, DRAFT)
    return _acted(by, case_id, submit_answer, SubmitAnswer(appeal_id=case_id, seen_version=sent.version))


@router.post(
    "/{uuid:case_id}/files", response=answers(Kept, 401, 403, 404, 409, 413, ok=201), summary="Attach a file"
)
def attach(request: HttpRequest, case_id: UUID, file: File[UploadedFile]) -> Status[Kept]:
    """Of the executors, seen inside the body. The same file sent again is the one that is there."""
    by = caller(request, DRAFT)
    of_this_body(by, case_id)
    content = cast(BinaryIO, file.file)
    command = AttachToWork(appeal_id=case_id, name=file.name or "", content=content, is_once=True)
    try:
        kept = attach_to_work(command, actor=by.actor, now=by.now)
    except Refused as refused:
        if refused.code.startswith("file_"):
            raise invalid(At("file", why_no_file(refused))) from None
        raise why_not(refused) from None
    return Status(201, Kept(id=kept.pk, name=kept.name, size=kept.size))


def _acted(by: Caller, case_id: UUID, perform: Callable[..., Any], command: Any) -> Acted:
    of_this_body(by, case_id)
    try:
        perform(command, actor=by.actor, now=by.now)
        appeal = find_case(by.actor, case_id, today=date_in_bishkek(by.now)).appeal
    except Refused as refused:
        raise why_not(refused) from None
    return Acted(id=appeal.pk, version=appeal.version, state=appeal.state, number=appeal.number)


def _part(task: Task) -> Part:
    return Part(official=task.official, part=task.part, due_on=task.due_on)
