"""Officials whom citizens may address and see: heads and deputies, when they receive and where."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.paging import Paging, cut
from kairyluu.faces.api.shapes import answers
from kairyluu.queries import heads as known_heads

router = Router(tags=["Bodies"])


class Leader(Schema):
    """A post that citizens may address, and who holds it today."""

    post: str = Field(description="code; the `addressee_post` of an appeal")
    body: str
    title: str
    official: str | None = Field(description="code of the official; null while the post is vacant")
    name: str
    is_stand_in: bool
    is_invented: bool = Field(description="a person of the demonstration")
    reception_days: list[int] = Field(description="ISO weekdays, 1 is Monday")
    reception_hours: str
    reception_place: str


class Leaders(Schema):
    items: list[Leader]
    next: str | None
    total: int


class Search(Paging):
    search: str = Field("", max_length=200, description="words of the body or of the head, in any language")
    body: str = Field("", max_length=80, description="code of a body")


@router.get("", response=answers(Leaders), summary="List heads and deputies", url_name="heads")
def heads(request: HttpRequest, asked: Query[Search]) -> Leaders:
    """Heads first within each body; bodies by their codes."""
    today = timezone.localdate(timezone.now())
    found = known_heads.list_heads(asked.search, "", "", language=language_now(), today=today)
    codes = {entry.body.code for entry in found if asked.body in ("", entry.body.code)}
    leaders = [one for one in known_heads.list_leaders(today) if one.post.body.code in codes]
    page = cut(sorted(leaders, key=_place), asked, _place)
    return Leaders(items=[leader(one) for one in page.rows], next=page.next, total=page.total)


def _place(one: known_heads.Leader) -> str:
    """Of its own for each post, whatever comes before it."""
    post = one.post
    return f"{post.body.code}\x1f{int(post.role != known_heads.HEAD)}{post.rank:06}\x1f{post.code}"


def leader(one: known_heads.Leader) -> Leader:
    post = one.post
    return Leader(
        post=post.code,
        body=post.body.code,
        title=post.title(language_now()),
        official=one.tenure.official.code if one.tenure else None,
        name=one.name,
        is_stand_in=one.is_stand_in,
        is_invented=one.is_sample,
        reception_days=list(one.reception_days),
        reception_hours=post.reception_hours,
        reception_place=post.reception_place,
    )
