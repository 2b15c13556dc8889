"""Complaints about somebody, each once through all its hands, as the report counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Finding, Recusal
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.sight import list_overseen, unaccused
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek

OWNER = "portal_owner"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """`matter` is the first appeal of a chain of hands; `institution` and `post` are those of the person on the day it came;
    empty and None where they are not known. `is_shown`: the reader may open it."""

    matter: UUID
    on: date
    official_id: int | None
    institution: Body
    post: tuple[str, str, str]
    finding: Finding | None
    is_shown: bool


def list_complaints(actor: Actor, span: Span) -> list[Complaint]:
    """Those received in the days by bodies the actor oversees. Confidential ones are counted; those about the actor or his
    body, and those he stepped aside from, are not there."""
    begins = datetime.combine(span.first_on, datetime.min.time(), BISHKEK)
    ends = datetime.combine(span.last_on, datetime.max.time(), BISHKEK)
    seen = unaccused(actor)
    rows = ComplaintTarget.objects.filter(
        Q(appeal__in=seen.values("pk")) | Q(appeal__in=_confidential(actor).values("pk")),
        appeal__received_at__range=(begins, ends),
    )
    if not actor.has_role(OWNER):
        rows = rows.filter(appeal__body_id__in=[body.pk for body in list_overseen(actor)])
    found = list(rows.select_related("appeal").defer("appeal__search", "appeal__text").order_by("id"))
    shown = set(seen.filter(pk__in={row.appeal_id for row in found}).values_list("pk", flat=True))
    return list(_once(found, _findings(found), shown))


def _confidential(actor: Actor) -> QuerySet[Appeal]:
    """Confidential appeals that do not concern the actor: a number without a name."""
    mine, me = {post.body_id for post in actor.posts}, actor.official_id or 0
    own = Q(official_id=me) | Q(body_id__in=mine, official__isnull=True)
    own |= Q(suspect_ids__contains=[me], match_decided_at__isnull=True)
    about = ComplaintTarget.objects.filter(own).values("appeal_id")
    found = Appeal.objects.order_by().filter(is_confidential=True).exclude(pk__in=about)
    aside = Recusal.objects.filter(official_id=me)
    return found.exclude(pk__in=aside.values("appeal_id"))


def _findings(rows: list[ComplaintTarget]) -> dict[tuple[UUID, object], Finding]:
    """The newest by matter and whom it is about: a later hand notes it on its own leg."""
    matters = {_matter(row.appeal) for row in rows}
    legs = Q(appeal_id__in=matters) | Q(appeal__origin_id__in=matters)
    found = Finding.objects.filter(legs).select_related("appeal", "target", "kind", "measure")
    return {(_matter(one.appeal), _whom(one.target)): one for one in found.order_by("noted_at", "id")}


def _once(
    rows: list[ComplaintTarget], findings: dict[tuple[UUID, object], Finding], shown: set[UUID]
) -> Iterable[Complaint]:
    known, met = directory(), set()
    for row in rows:
        key = (_matter(row.appeal), _whom(row))
        if key in met:
            continue
        met.add(key)
        on = date_in_bishkek(row.appeal.received_at)
        institution, post = _seat(row, on, known)
        yield Complaint(
            matter=key[0],
            on=on,
            official_id=row.official_id,
            institution=institution,
            post=post,
            finding=findings.get(key),
            is_shown=row.appeal_id in shown,
        )


def _seat(row: ComplaintTarget, on: date, known: Directory) -> tuple[Body, tuple[str, str, str]]:
    held = known.tenures_of(row.official_id, on) if row.official_id else []
    if held:
        post = held[0].post
        return known.bodies_by_id[post.body_id], (post.title_ky, post.title_ru, post.title_en)
    where = row.body_id or row.appeal.addressed_body_id or row.appeal.body_id
    return known.bodies_by_id[where], ("", "", "")


def _matter(appeal: Appeal) -> UUID:
    return appeal.origin_id or appeal.pk


def _whom(row: ComplaintTarget) -> object:
    return row.official_id, row.body_id, row.description
