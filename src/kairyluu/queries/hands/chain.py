"""The chain of hands of one appeal: who held it, how long, and where it runs now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules import conflicts, policies
from kairyluu.rules.deadlines import Standing, days_left, standing
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek

# Kinds after which the giver no longer has the appeal.
GIVEN_AWAY = ("whole", "climb", "conflict")
# Kinds that the body that gave learns nothing more of: it may itself be complained about.
BEHIND_THE_BACK = ("conflict", "review")


@dataclass(frozen=True, kw_only=True)
class Leg:
    """What one body does or did with the appeal. `kind` is how it came, empty for the first; `n_days` are working
    days from receipt to closing or today, `left` those to its due day; `is_late_hand` when it was handed over after its day."""

    appeal: Appeal
    body: Body
    kind: str
    part: str
    reason: str
    is_late_hand: bool
    received_on: date
    until: date
    n_days: int
    standing: Standing | None
    left: int

    @property
    def is_over(self) -> bool:
        return not self.appeal.is_open


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The first leg first. `n_days` is the total age in working days: since the first receipt, until today or until
    the last leg was closed. Empty `legs`: the appeal never changed hands."""

    legs: tuple[Leg, ...] = ()
    since: date | None = None
    n_days: int = 0

    def __bool__(self) -> bool:
        return len(self.legs) > 1


def find_chain(appeal: Appeal, today: date) -> Chain:
    """Every leg, for the applicant and for who stands above all of them."""
    if appeal.origin_id is None and not _has_left(appeal):
        return Chain()
    return _chain(*_rows_of(appeal), today)


def find_chain_for(actor: Actor, appeal: Appeal, today: date) -> Chain:
    """As an official sees it from this leg: what went behind the giver's back only to who may see it."""
    if appeal.origin_id is None and not _has_left(appeal):
        return Chain()
    rows, came = _rows_of(appeal)
    shown = [row for row in rows if row.pk == appeal.pk or _is_shown(actor, row, came)]
    return _chain(shown, came, today)


def running_leg(appeal_id: UUID) -> UUID:
    """Where the appeal of this number runs now: itself, or the last it was given away to as a whole."""
    came = Handover.objects.filter(kind__in=GIVEN_AWAY)
    leg = appeal_id
    while successor := came.filter(appeal_id=leg).values_list("successor_id", flat=True).first():
        leg = successor
    return leg


def line_behind(appeal_id: UUID) -> list[UUID]:
    """This leg and every one that it was given away from as a whole, back to the first."""
    line = [appeal_id]
    came = Handover.objects.filter(kind__in=GIVEN_AWAY)
    while giver := came.filter(successor_id=line[-1]).values_list("appeal_id", flat=True).first():
        line.append(giver)
    return line


def running_legs(appeals: Iterable[Appeal]) -> dict[UUID, Appeal]:
    """The same for a list, in one query: only those that run elsewhere, by the row id asked for."""
    rows = list(appeals)
    roots = [row.origin_id or row.pk for row in rows]
    given = Handover.objects.filter(
        Q(appeal_id__in=roots) | Q(appeal__origin_id__in=roots), kind__in=GIVEN_AWAY
    )
    after = {handover.appeal_id: handover.successor for handover in given.select_related("successor")}
    found: dict[UUID, Appeal] = {}
    for row in rows:
        leg = row
        while leg.pk in after:
            leg = after[leg.pk]
            found[row.pk] = leg
    return found


def leg_with_file(appeal_id: UUID, file_id: UUID) -> UUID:
    """The leg of the chain that holds the file; the appeal itself where none does."""
    legs = _family(Appeal.objects.only("id", "origin_id").get(pk=appeal_id))
    return legs.filter(attachments__pk=file_id).values_list("pk", flat=True).first() or appeal_id


def _has_left(appeal: Appeal) -> bool:
    return Handover.objects.filter(appeal_id=appeal.pk).exists()


def _family(appeal: Appeal) -> Any:
    root = appeal.origin_id or appeal.pk
    return Appeal.objects.filter(Q(pk=root) | Q(origin_id=root))


def _rows_of(appeal: Appeal) -> tuple[list[Appeal], dict[UUID, Handover]]:
    rows = (
        _family(appeal)
        .defer("search", "text")
        .select_related("body", "outcome")
        .order_by("received_at", "n_hops", "id")
    )
    came = Handover.objects.filter(successor__in=[row.pk for row in rows])
    return list(rows), {handover.successor_id: handover for handover in came}


def _is_shown(actor: Actor, row: Appeal, came: dict[UUID, Handover]) -> bool:
    if conflicts.kept_away(actor, row.facts()):
        return False
    leg: UUID | None = row.pk
    while leg in came:
        if came[leg].kind in BEHIND_THE_BACK:
            return bool(policies.may_see(actor, row.facts()))
        leg = came[leg].appeal_id
    return True


def _chain(rows: list[Appeal], came: dict[UUID, Handover], today: date) -> Chain:
    if len(rows) < 2:
        return Chain()
    known = directory()
    legs = tuple(_leg(row, came.get(row.pk), known, today) for row in rows)
    since, until = legs[0].received_on, _end(legs, today)
    n_days = known.calendar.working_days_between(since, until)
    return Chain(legs=legs, since=since, n_days=n_days)


def _end(legs: Iterable[Leg], today: date) -> date:
    return today if any(not leg.is_over for leg in legs) else max(leg.until for leg in legs)


def _leg(row: Appeal, came: Handover | None, known: Directory, today: date) -> Leg:
    calendar = known.calendar_for(known.bodies_by_id[row.body_id])
    received_on = date_in_bishkek(row.received_at)
    until = row.closed_on or today
    duty = row.due_on or row.consideration_due_on
    is_late = came is not None and came.due_on is not None and date_in_bishkek(came.made_at) > came.due_on
    return Leg(
        appeal=row,
        body=known.bodies_by_id[row.body_id],
        kind=came.kind if came else "",
        part=came.part if came else "",
        reason=came.reason if came else "",
        is_late_hand=is_late,
        received_on=received_on,
        until=until,
        n_days=calendar.working_days_between(received_on, until),
        standing=standing(duty, today, calendar, row.closed_on) if duty else None,
        left=days_left(row.due_on, today, calendar) if row.due_on else 0,
    )
