"""Bodies of the state: the tree, search in three languages with forgiving letters, one body with its heads."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import Paging, cut
from kairyluu.faces.api.problems import Trouble
from kairyluu.faces.api.shapes import Coded, CodedInAll, answers, coded, coded_in_all
from kairyluu.faces.api.v1.heads import Leader, leader
from kairyluu.queries.heads import BodyCard, Entry, NoSuchBody, find_body_card, list_heads
from kairyluu.rules.spelling import sort_key

router = Router(tags=["Bodies"])


class BodyRow(CodedInAll):
    """`is_open`: citizens may address it here; others are listed but not connected yet."""

    kind: str
    is_open: bool
    parent: str | None = Field(description="code of the body above")
    territory: str | None = Field(description="code of the territory")
    head: str = Field(description="full name of the head today; empty while the post is vacant")


class Bodies(Schema):
    items: list[BodyRow]
    next: str | None = Field(description="cursor of the next page")
    total: int


class BodyFull(CodedInAll):
    kind: str
    is_open: bool
    territory: Coded | None
    above: Coded | None
    below: list[Coded]
    address: str
    phone: str
    trust_phone: str
    trust_phone_e164: str
    website: str
    leaders: list[Leader]


class Search(Paging):
    search: str = Field(
        "", max_length=200, description="words in any of the three languages; o for ө is fine"
    )
    kind: str = Field("", max_length=40, description="kind of body, e.g. district_administration")
    territory: str = Field("", max_length=80, description="code of a territory; everything within it")
    parent: str = Field("", max_length=80, description="code of a body: only those right below it")
    is_open: bool | None = Field(
        None, description="only those that citizens may address here, or only the others"
    )


@router.get("", response=answers(Bodies), summary="List bodies", url_name="bodies")
def bodies(request: HttpRequest, asked: Query[Search]) -> Bodies:
    """In Kyrgyz alphabetical order of the names in the language of the answer."""
    language, today = language_now(), timezone.localdate(timezone.now())
    found = list_heads(asked.search, asked.kind, asked.territory, language=language, today=today)
    rows = [entry for entry in found if _is_wanted(entry, asked)]
    page = cut(sorted(rows, key=_place), asked, _place)
    return Bodies(items=[_row(entry) for entry in page.rows], next=page.next, total=page.total)


@router.get("/{str:code}", response=answers(BodyFull, 404), summary="One body", url_name="body")
def body(request: HttpRequest, code: str) -> BodyFull:
    """With what stands above and below it, its telephones, and who leads it today."""
    today = timezone.localdate(timezone.now())
    try:
        card = find_body_card(code, language=language_now(), today=today)
    except NoSuchBody:
        raise Trouble("not_found") from None
    return _full(card)


def _is_wanted(entry: Entry, asked: Search) -> bool:
    row = entry.body
    above = row.parent.code if row.parent else ""
    return (not asked.parent or above == asked.parent) and asked.is_open in (None, row.is_open)


def _place(entry: Entry) -> str:
    return f"{sort_key(entry.body.name(language_now()))}\x1f{entry.body.code}"


def _row(entry: Entry) -> BodyRow:
    row = entry.body
    return BodyRow(
        **coded_in_all(row),
        kind=row.kind,
        is_open=row.is_open,
        parent=row.parent.code if row.parent else None,
        territory=row.territory.code if row.territory else None,
        head=entry.head.name if entry.head else "",
    )


def _full(card: BodyCard) -> BodyFull:
    row = card.body
    return BodyFull(
        **coded_in_all(row),
        kind=row.kind,
        is_open=row.is_open,
        territory=Coded(**coded(row.territory)) if row.territory else None,
        above=Coded(**coded(card.above)) if card.above else None,
        below=[Coded(**coded(one)) for one in card.below],
        address=row.address,
        phone=row.phone,
        trust_phone=row.trust_phone,
        trust_phone_e164=row.trust_phone_e164,
        website=row.website,
        leaders=[leader(one) for one in card.leaders],
    )
