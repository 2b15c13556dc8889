"""The case work of a body, for its own programs: the list and one case. Every look is recorded as an official's is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.gate import Bearer, Caller, caller
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import strange_cursor
from kairyluu.faces.api.problems import At, Problem, Trouble
from kairyluu.faces.api.shapes import answers
from kairyluu.faces.api.v1.one_case import CaseFull, shaped
from kairyluu.faces.api.v1.tracking import BYTES, as_download
from kairyluu.queries.cases.case import Case, NoSuchCase, find_case
from kairyluu.queries.directory import UnknownCode
from kairyluu.queries.exchange.programs import is_of_body
from kairyluu.queries.lists.paging import read_cursor
from kairyluu.queries.lists.queues import Asked, Filters, UnknownQueue, find_queue
from kairyluu.queries.sight import NotYourBody, find_sight
from kairyluu.rules.exchange.programs import READ
from kairyluu.rules.states import STATES
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.look import LookAt, look_at
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.files.open_file import FileNotFound, OpenFile, open_file
from kairyluu.usecases.lists.read import ReadList, read_list

router = Router(tags=["Case work"], auth=Bearer())


class CaseRow(Schema):
    id: UUID
    version: int = Field(description="counted up by every act; acts name the one they saw")
    number: str = Field(description="in the register; empty before")
    tracking_number: str
    kind: str
    state: str
    subject: str
    applicant: str
    received_at: datetime
    registered_on: date | None
    due_on: date | None
    days_left: int | None = Field(description="working days; negative when overdue, null when closed")


class Cases(Schema):
    items: list[CaseRow]
    next: str | None
    total: int
    is_more: bool = Field(description="there are more than `total`, where counting stopped")


class Wanted(Schema):
    search: str = Field("", max_length=200, description="words, names, parts of numbers")
    state: str = Field("", max_length=24, description="one of: " + ", ".join(STATES))
    term: Literal["", "overdue", "today", "soon", "later"] = Field("", description="when the term ends")
    kind: Literal["", "proposal", "application", "complaint"] = Field("", description="kind of appeal")
    topic: str = Field("", max_length=80, description="code of a topic")
    channel: str = Field("", max_length=40, description="code of a channel")
    received_from: date | None = Field(
        None, ge=date(2000, 1, 1), le=date(2099, 12, 31), description="first day of receipt"
    )
    received_to: date | None = Field(
        None, ge=date(2000, 1, 1), le=date(2099, 12, 31), description="last day of receipt"
    )
    cursor: str = Field("", max_length=120, description="`next` of the page before; empty for the first")


@router.get("", response=answers(Cases, 401, 403), summary="List cases", url_name="cases")
def cases(request: HttpRequest, asked: Query[Wanted]) -> Cases:
    """Twenty-five a page, the newest first. What the official may not see is not in it and not counted."""
    by = caller(request, READ)
    sees_all = _sees_all(by)
    queue = find_queue("all" if sees_all else "mine")
    if asked.cursor and read_cursor(asked.cursor, "", queue.order) is None:
        raise strange_cursor()
    wanted = Asked(queue=queue, filters=_filters(asked), after=asked.cursor, language=language_now())
    command = ReadList(body=by.body, asked=wanted, is_search=bool(asked.search))
    try:
        page = read_list(command, actor=by.actor, now=by.now)
    except (NotYourBody, UnknownQueue):
        raise Trouble("not_found") from None
    except UnknownCode as unknown:
        raise invalid(At(str(unknown.facts["kind"]), _("There is nothing with this code."))) from None
    rows = [_row(row) for row in page.rows]
    return Cases(items=rows, next=page.next or None, total=page.total.n, is_more=page.total.is_more)


@router.get("/{uuid:case_id}", response=answers(CaseFull, 401, 403, 404), summary="One case", url_name="case")
def case(request: HttpRequest, case_id: UUID) -> CaseFull:
    """Everything an official reads on the page of the case, and what may be done next."""
    return shaped(looked_at(request, case_id))


@router.get(
    "/{uuid:case_id}/files/{uuid:file_id}",
    response={status: Problem for status in (400, 401, 403, 404, 422, 429)},
    summary="A file of a case",
    url_name="case-file",
    openapi_extra=BYTES,
)
def case_file(request: HttpRequest, case_id: UUID, file_id: UUID) -> FileResponse:
    by = caller(request, READ)
    of_this_body(by, case_id)
    try:
        opened = open_file(OpenFile(appeal_id=case_id, file_id=file_id), actor=by.actor, now=by.now)
    except FileNotFound:
        raise Trouble("not_found") from None
    return as_download(opened.content, opened.name, opened.media_type)


def looked_at(request: HttpRequest, case_id: UUID) -> Case:
    by = caller(request, READ)
    of_this_body(by, case_id)
    try:
        look_at(LookAt(appeal_id=case_id), actor=by.actor, now=by.now)
        return find_case(by.actor, case_id, today=date_in_bishkek(by.now))
    except (AppealNotFound, NoSuchCase):
        raise Trouble("not_found") from None


def of_this_body(by: Caller, case_id: UUID) -> None:
    """Whatever the official may see elsewhere, his program does not. Raises `Trouble`."""
    if not is_of_body(case_id, by.body_id):
        raise Trouble("not_found")


def _sees_all(by: Caller) -> bool:
    try:
        return find_sight(by.actor, by.body).sees_all
    except NotYourBody:
        raise Trouble("not_found") from None


def _filters(asked: Wanted) -> Filters:
    plain = ("state", "term", "kind", "topic", "channel", "received_from", "received_to")
    return Filters(text=asked.search, **{name: getattr(asked, name) for name in plain})


def _row(row: Any) -> CaseRow:
    names = ("id", "version", "number", "tracking_number", "kind", "state", "subject", "applicant")
    days = ("received_at", "registered_on", "due_on")
    return CaseRow(**{name: getattr(row, name) for name in (*names, *days)}, days_left=row.left)
