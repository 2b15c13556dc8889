"""The desk's page of the document system: what was given up or waits, what came in and waits for a person, and where the
registers differ. Numbers and codes only; without complaints the reader may not know of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import (
    Difference,
    DocumentSystem,
    IncomingMessage,
    LaterMessage,
    SecondEntry,
)
from kairyluu.queries.sight import unaccused
from kairyluu.rules.exchange import reconciling
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.access import may_see_entries
from kairyluu.rules.facts import Actor

MOST = 100
REGISTRATION = "registered"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One message; `what` its kind, `which` the table it is in: entry, later or incoming."""

    pk: UUID
    which: str
    what: str
    appeal: str
    appeal_id: UUID | None
    state: str
    why: str
    attempts: int
    at: datetime
    next_at: datetime | None
    package: int | None = None


@dataclass(frozen=True, kw_only=True)
class Differing:
    pk: UUID
    code: str
    cure: str
    appeal: str
    appeal_id: UUID | None
    ours: dict[str, str]
    theirs: dict[str, str]


def find_system(actor: Actor, body: Body) -> DocumentSystem | None:
    """None where the body sends nothing, or the actor does not look after it."""
    if not may_see_entries(actor, body.pk):
        return None
    return DocumentSystem.objects.filter(body=body).exclude(kind=known.NONE).first()


def list_going(actor: Actor, system: DocumentSystem) -> list[Line]:
    """What was given up first, then what waits, each in the order in which it was made."""
    seen = _seen(actor)
    entries = SecondEntry.objects.filter(system=system, appeal_id__in=seen).exclude(state=known.REGISTERED)
    later = LaterMessage.objects.filter(second__system=system, second__appeal_id__in=seen)
    rows = [_entry(row) for row in _some(entries.select_related("appeal"))]
    rows += [_later(row) for row in _some(later.exclude(state=known.DONE).select_related("second__appeal"))]
    return sorted(rows, key=lambda row: (row.state != known.DEAD, row.at, row.pk))[:MOST]


def list_come(actor: Actor, system: DocumentSystem) -> list[Line]:
    rows = _come(actor, system).exclude(state=known.DONE)
    return [_incoming(row) for row in rows.select_related("second__appeal").order_by("turn")[:MOST]]


def list_differences(actor: Actor, system: DocumentSystem) -> list[Differing]:
    seen = Q(appeal_id__isnull=True) | Q(appeal_id__in=_seen(actor))
    rows = list(
        Difference.objects.filter(seen, system=system, gone_on=None).order_by("found_on", "id")[:MOST]
    )
    ids = [row.appeal_id for row in rows if row.appeal_id]
    numbers = {a.pk: a.number or a.tracking_number for a in Appeal.objects.filter(pk__in=ids)}
    return [
        Differing(
            pk=row.pk,
            code=row.code,
            cure=reconciling.CURES.get(row.code, ""),
            appeal=numbers.get(row.appeal_id, "") if row.appeal_id else "",
            appeal_id=row.appeal_id,
            ours=row.ours,
            theirs=row.theirs,
        )
        for row in rows
    ]


def count_stuck(actor: Actor, system: DocumentSystem) -> int:
    """What waits for a person, for the rail."""
    seen = _seen(actor)
    dead = Q(state=known.DEAD)
    stuck = (
        SecondEntry.objects.filter(dead, system=system, appeal_id__in=seen),
        LaterMessage.objects.filter(dead, second__system=system, second__appeal_id__in=seen),
        _come(actor, system).filter(dead),
    )
    first, *others = (rows.order_by().values_list("pk", flat=True) for rows in stuck)
    return first.union(*others, all=True).count()


def has_system(body_id: int) -> bool:
    return DocumentSystem.objects.filter(body_id=body_id).exclude(kind=known.NONE).exists()


def _come(actor: Actor, system: DocumentSystem) -> QuerySet[IncomingMessage]:
    """What came in: of no appeal yet, or of one that the actor may know of."""
    of_none = Q(second__isnull=True)
    return IncomingMessage.objects.filter(of_none | Q(second__appeal_id__in=_seen(actor)), system=system)


def _seen(actor: Actor) -> QuerySet[Appeal, UUID]:
    return unaccused(actor).values_list("pk", flat=True)


def _some(rows: QuerySet) -> list:  # type: ignore[type-arg]
    dead = rows.filter(state=known.DEAD).order_by("made_at", "id")[:MOST]
    return [*dead, *rows.exclude(state=known.DEAD).order_by("made_at", "id")[:MOST]]


def _name(appeal: Appeal) -> str:
    return appeal.number or appeal.tracking_number


def _entry(row: SecondEntry) -> Line:
    return Line(
        pk=row.pk,
        which="entry",
        what=REGISTRATION,
        appeal=_name(row.appeal),
        appeal_id=row.appeal_id,
        state=row.state,
        why=row.last_error,
        attempts=row.attempts,
        at=row.made_at,
        next_at=row.next_try_at,
        package=row.package,
    )


def _later(row: LaterMessage) -> Line:
    return Line(
        pk=row.pk,
        which="later",
        what=row.kind,
        appeal=_name(row.second.appeal),
        appeal_id=row.second.appeal_id,
        state=row.state,
        why=row.last_error,
        attempts=row.attempts,
        at=row.made_at,
        next_at=row.next_try_at,
        package=row.package,
    )


def _incoming(row: IncomingMessage) -> Line:
    return Line(
        pk=row.pk,
        which="incoming",
        what=row.kind,
        appeal=_name(row.second.appeal) if row.second else "",
        appeal_id=row.second.appeal_id if row.second else None,
        state=row.state,
        why=row.last_error,
        attempts=row.attempts,
        at=row.received_at,
        next_at=row.next_try_at,
    )
