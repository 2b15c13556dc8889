"""The lists from which an appeal is filled in: kinds, topics, territories; and what an answer may say: grounds,
outcomes, channels. And the instruction that has to be read first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.design.wording import KINDS
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import Paging, cut
from kairyluu.faces.api.problems import Trouble
from kairyluu.faces.api.shapes import Coded, CodedInAll, answers, coded_in_all
from kairyluu.queries.content import NoSuchPage, find_content
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import fold

router = Router(tags=["Lists"])


class Node(CodedInAll):
    parent: str | None = Field(description="code of what stands above; null at the top")


class Nodes(Schema):
    items: list[Node]
    next: str | None
    total: int


class Kinds(Schema):
    items: list[Coded]


class Ground(CodedInAll):
    """A listed ground on which an appeal may be left without consideration."""

    legal_basis: str
    can_be_cured: bool = Field(description="the applicant can send it again without the fault")
    is_warned_of: bool = Field(description="the form warns of it before sending")


class Grounds(Schema):
    items: list[Ground]


class Channel(CodedInAll):
    form: str = Field(description="written, oral or electronic")


class Channels(Schema):
    items: list[Channel]


class Outcome(CodedInAll):
    is_final: bool


class Outcomes(Schema):
    items: list[Outcome]


class Instruction(Schema):
    """Reading it comes before sending (Resolution No. 463): an appeal names the `version` that was acknowledged."""

    version: str
    language: str
    title: str
    text: str = Field(description="Markdown")


class Search(Paging):
    search: str = Field("", max_length=200, description="words in any of the three languages")
    parent: str = Field("", max_length=80, description="code: only what stands right below it")


@router.get("/topics", response=answers(Nodes), summary="Topics", url_name="topics")
def topics(request: HttpRequest, asked: Query[Search]) -> Nodes:
    """Two levels; an appeal may name either."""
    return _nodes(directory().topics.values(), asked)


@router.get("/territories", response=answers(Nodes), summary="Territories", url_name="territories")
def territories(request: HttpRequest, asked: Query[Search]) -> Nodes:
    """Oblasts, cities and districts: where an applicant lives."""
    return _nodes(directory().territories.values(), asked)


@router.get("/kinds", response=answers(Kinds), summary="Kinds of appeals", url_name="kinds")
def kinds(request: HttpRequest) -> Kinds:
    """Those of Law No. 67 of 4 May 2007."""
    return Kinds(items=[Coded(code=code, name=str(word.text)) for code, word in KINDS.items()])


@router.get("/grounds", response=answers(Grounds), summary="Grounds of refusal", url_name="grounds")
def grounds(request: HttpRequest) -> Grounds:
    """For which an appeal may be left without consideration: Article 6-1."""
    return Grounds(
        items=[
            Ground(
                **coded_in_all(row),
                legal_basis=row.legal_basis,
                can_be_cured=row.citizen_can_fix,
                is_warned_of=row.warns_before_sending,
            )
            for row in directory().grounds.values()
        ]
    )


@router.get(
    "/channels", response=answers(Channels), summary="Ways by which appeals arrive", url_name="channels"
)
def channels(request: HttpRequest) -> Channels:
    return Channels(
        items=[Channel(**coded_in_all(row), form=row.form) for row in directory().channels.values()]
    )


@router.get("/outcomes", response=answers(Outcomes), summary="Outcomes of answers", url_name="outcomes")
def outcomes(request: HttpRequest) -> Outcomes:
    return Outcomes(
        items=[Outcome(**coded_in_all(row), is_final=row.is_final) for row in directory().outcomes.values()]
    )


@router.get(
    "/instruction", response=answers(Instruction, 404), summary="The instruction", url_name="instruction"
)
def instruction(request: HttpRequest) -> Instruction:
    """To be read by whoever sends an appeal; its version is sent along."""
    try:
        text = find_content("instruction", language_now(), timezone.localdate(timezone.now()))
    except NoSuchPage:
        raise Trouble("not_found") from None
    return Instruction(version=text.version[:20], language=text.language, title=text.title, text=text.text)


def _nodes(rows: Iterable[Any], asked: Search) -> Nodes:
    words = fold(asked.search).split()
    found = sorted((row for row in rows if _fits(row, words, asked.parent)), key=_code)
    page = cut(found, asked, _code)
    return Nodes(
        items=[
            Node(**coded_in_all(row), parent=row.parent.code if row.parent else None) for row in page.rows
        ],
        next=page.next,
        total=page.total,
    )


def _fits(row: Any, words: list[str], parent: str) -> bool:
    if parent and (row.parent is None or row.parent.code != parent):
        return False
    folded = fold(" ".join((row.name_ky, row.name_ru, row.name_en))) if words else ""
    return all(word in folded for word in words)


def _code(row: Any) -> str:
    return str(row.code)
