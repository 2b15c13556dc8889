"""Which future appeals a dated term touches, before it is saved. Those already registered keep the term they were
registered under: a changed law never works backwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, OuterRef, Subquery

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.sight import unaccused
from kairyluu.rules import deadlines, states
from kairyluu.rules.deadlines import Deadline, Term
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek


@dataclass(frozen=True, kw_only=True, order=True)
class Touched:
    """`n` appeals that wait for registration, if they are registered on `registered_on`; `old` and `new` are due days,
    the same where the term does not reach them."""

    registered_on: date
    kind: str
    old: date
    new: date
    n: int

    @property
    def is_touched(self) -> bool:
        return self.old != self.new


@dataclass(frozen=True, kw_only=True)
class TermPreview:
    """`sample` is an appeal that comes on the first day, without and with the change; None where no term is in force.
    `n_kept` open appeals are registered already and keep their days."""

    term: Term
    first_day: date
    sample_before: Deadline | None
    sample_after: Deadline | None
    waiting: tuple[Touched, ...]
    n_kept: int


def foresee_term(term: Term, *, actor: Actor, today: date) -> TermPreview:
    """`term` as it would be saved; it takes the place of the one with its id."""
    known = directory()
    after = [one for one in known.terms if one.id != term.id] + [term]
    first = max(term.effective_from or today, today)
    counts = _waiting(term, known, after, actor, today) if term.code == deadlines.CONSIDERATION else ()
    in_work = unaccused(actor).filter(is_open=True).exclude(state=states.RECEIVED)
    return TermPreview(
        term=term,
        first_day=first,
        sample_before=_counted(known.terms, term, first, known),
        sample_after=_counted(after, term, first, known),
        waiting=tuple(counts),
        n_kept=in_work.count(),
    )


def last_day_counted(family: str) -> date | None:
    """The last day on which any term of the family was applied: a change begins later."""
    if family == deadlines.CONSIDERATION:
        last: date | None = _last("registered_on")
        return last
    if family == deadlines.REGISTRATION:
        received = _last("received_at")
        return date_in_bishkek(received) if received else None
    return None


def _last(field: str) -> Any:
    """Of each body by index: of all together every appeal would be read."""
    known = Appeal.objects.filter(body=OuterRef("pk"), **{f"{field}__isnull": False})
    bodies = Body.objects.order_by().annotate(found=Subquery(known.order_by(f"-{field}").values(field)[:1]))
    return bodies.aggregate(last=Max("found"))["last"]


def is_law_on(term: Term, on: date) -> bool:
    """Whether exactly one term would be in force with this one saved; False for none and for two."""
    after = [one for one in directory().terms if one.id != term.id] + [term]
    try:
        deadlines.term_in_force(after, term.code, on, term.kind)
    except (deadlines.NoTermInForce, deadlines.TermsOverlap):
        return False
    return True


def _waiting(
    term: Term, known: Directory, after: Iterable[Term], actor: Actor, today: date
) -> Iterable[Touched]:
    """Of what waits now, by the day it must be registered on; overdue ones as if registered today."""
    rows = unaccused(actor).filter(state=states.RECEIVED, is_open=True)
    found: Counter[tuple[date, str, date, date]] = Counter()
    grouped = rows.values("registration_due_on", "kind", "body_id").annotate(n=Count("pk")).order_by()
    for row in grouped:
        if not term.applies_to(row["kind"]):
            continue
        on = max(row["registration_due_on"], today)
        calendar = known.calendar_for(known.bodies_by_id[row["body_id"]])
        days = [
            deadlines.consideration_due(on, terms, calendar, row["kind"]).due_on
            for terms in (known.terms, after)
        ]
        found[on, row["kind"], days[0], days[1]] += row["n"]
    return sorted(
        Touched(registered_on=on, kind=kind, old=old, new=new, n=n)
        for (on, kind, old, new), n in found.items()
    )


def _counted(terms: Iterable[Term], term: Term, on: date, known: Directory) -> Deadline | None:
    if term.unit == deadlines.MINUTES:
        return None
    try:
        return deadlines.due(deadlines.term_in_force(terms, term.code, on, term.kind), on, known.calendar)
    except (deadlines.NoTermInForce, deadlines.TermsOverlap):
        return None
