"""Whom a resolution may name: those who hold a post with case work in the body today."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.gate import Bearer, caller
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import Paging, cut
from kairyluu.faces.api.shapes import answers
from kairyluu.queries.staff import Colleague, list_colleagues
from kairyluu.rules.exchange.programs import READ
from kairyluu.rules.workdays import date_in_bishkek

router = Router(tags=["Case work"], auth=Bearer())


class Executor(Schema):
    code: str = Field(description="the `official` of a task")
    name: str
    role: str = Field(description="executor, registrar, controller, deputy or head")
    title: str
    department: str


class Executors(Schema):
    items: list[Executor]
    next: str | None
    total: int


@router.get(
    "/executors", response=answers(Executors, 401, 403), summary="List executors", url_name="executors"
)
def executors(request: HttpRequest, asked: Query[Paging]) -> Executors:
    """Officials of the body whom a resolution may name, by their codes. Nobody is given a complaint about himself."""
    by = caller(request, READ)
    found = sorted(list_colleagues(by.body_id, date_in_bishkek(by.now)), key=_code)
    page = cut(found, asked, _code)
    return Executors(items=[_shaped(one) for one in page.rows], next=page.next, total=page.total)


def _code(one: Colleague) -> str:
    return one.code


def _shaped(one: Colleague) -> Executor:
    language = language_now()
    department = getattr(one, f"department_{language}", "") or one.department_ky
    return Executor(
        code=one.code, name=one.name, role=one.role, title=one.title(language), department=department
    )
