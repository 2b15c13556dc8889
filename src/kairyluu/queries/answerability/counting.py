"""The figures of one body by the day that decides each (`rules.steering.attribution`), without what the reader may not see.

Each figure is one statement over a covering index, grouped by day in the database: a body with a hundred thousand appeals
in a year is counted from a few hundred rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncDate

from kairyluu.data.appeals.models import Appeal, Extension, Handover
from kairyluu.data.journal.models import Entry
from kairyluu.queries.sight import Sight, visible
from kairyluu.rules import states
from kairyluu.rules.steering import attribution as of
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import BISHKEK

Days = Counter[date]


@dataclass(frozen=True)
class Counted:
    """`days` of each figure; `late` are (due day, day of the answer), `grounds` (day, ground), `scores` (day of the
    answer, score, whether the applicant calls it resolved), each with how often."""

    days: dict[str, Days]
    late: Counter[tuple[date, date]] = field(default_factory=Counter)
    grounds: Counter[tuple[date, int]] = field(default_factory=Counter)
    scores: Counter[tuple[date, int, bool]] = field(default_factory=Counter)


def count_days(sight: Sight, span: Span, today: date) -> Counted:
    """Some ten statements, whatever the number of appeals."""
    seen = visible(sight)
    closed = _closings(seen, span)
    late: Counter[tuple[date, date]] = Counter(_pairs(_late(seen, span), "consideration_due_on", "closed_on"))
    grounds = Counter(_pairs(_refused(seen, span), "closed_on", "refusal__ground_id"))
    scores = _scores(closed)
    days = {
        of.RECEIVED: _days(_moments(seen, "received_at", span), "day"),
        of.REGISTERED_IN_TIME: _days(_registered(seen, span), "registered_on"),
        of.REGISTERED_LATE: _days(_registered_late(seen, span), "registration_due_on"),
        of.ANSWERED_IN_TIME: _sum(closed, states.ANSWERED, is_late=False),
        of.ANSWERED_LATE: _first(late),
        of.OVERDUE_NOW: _days(_overdue(seen, span, today), "due_on"),
        of.REFUSED: _first(grounds),
        of.FORWARDED: _sum(closed, states.FORWARDED) + _days(_parts(seen, span), "day"),
        of.EXTENDED: _days(_moments(Extension.objects.filter(appeal__in=seen), "made_at", span), "day"),
        of.RETURNED: _days(_returned(sight, seen, span), "day"),
        of.REVIEWED: _days(_reviewed(seen, span), "closed_on"),
        of.RATED: _first(scores),
    }
    return Counted(days=days, late=late, grounds=grounds, scores=scores)


def cases_of(figure: str, sight: Sight, span: Span, today: date) -> QuerySet[Appeal]:
    """The appeals behind one figure, in no order: those the reader may see, as they were counted."""
    seen = visible(sight)
    found: dict[str, QuerySet[Appeal]] = {
        of.RECEIVED: seen.filter(received_at__range=_moments_of(span)),
        of.REGISTERED_IN_TIME: _registered(seen, span),
        of.REGISTERED_LATE: _registered_late(seen, span),
        of.ANSWERED_IN_TIME: _closed(seen, span, states.ANSWERED).filter(
            closed_on__lte=F("consideration_due_on")
        ),
        of.ANSWERED_LATE: _late(seen, span),
        of.OVERDUE_NOW: _overdue(seen, span, today),
        of.REFUSED: _refused(seen, span),
        of.FORWARDED: _forwarded(seen, span),
        of.EXTENDED: seen.filter(pk__in=_ids(Extension.objects.filter(made_at__range=_moments_of(span)))),
        of.RETURNED: seen.filter(pk__in=_ids(_returned(sight, seen, span))),
        of.REVIEWED: _reviewed(seen, span),
        of.RATED: _rated(seen, span),
    }
    return found[figure]


def _registered(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    return seen.filter(registered_on__range=_ends(span), registered_on__lte=F("registration_due_on"))


def _registered_late(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    return seen.filter(registration_due_on__range=_ends(span), registered_on__gt=F("registration_due_on"))


def _closed(seen: QuerySet[Appeal], span: Span, state: str) -> QuerySet[Appeal]:
    return seen.filter(is_open=False, closed_on__range=_ends(span), state=state)


def _late(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    """Answers only: what was refused, forwarded or withdrawn after its day is a figure of its own."""
    return seen.filter(
        consideration_due_on__range=_ends(span),
        closed_on__gt=F("consideration_due_on"),
        state=states.ANSWERED,
    )


def _overdue(seen: QuerySet[Appeal], span: Span, today: date) -> QuerySet[Appeal]:
    """Waiting for a number or an answer after its day."""
    return seen.filter(is_open=True, due_on__range=_ends(span), due_on__lt=today)


def _refused(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    return _closed(seen, span, states.REFUSED)


def _forwarded(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    whole = Q(is_open=False, closed_on__range=_ends(span), state=states.FORWARDED)
    parts = Handover.objects.filter(kind="part", made_at__range=_moments_of(span))
    return seen.filter(whole | Q(pk__in=_ids(parts)))


def _parts(seen: QuerySet[Appeal], span: Span) -> QuerySet[Any]:
    return _moments(Handover.objects.filter(kind="part", appeal__in=seen), "made_at", span)


def _rated(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    return seen.filter(is_open=False, closed_on__range=_ends(span), rating__isnull=False)


def _reviewed(seen: QuerySet[Appeal], span: Span) -> QuerySet[Appeal]:
    return seen.filter(is_open=False, closed_on__range=_ends(span), handovers__kind="review")


def _returned(sight: Sight, seen: QuerySet[Appeal], span: Span) -> QuerySet[Any]:
    """From the journal: the answer itself keeps only the last return."""
    acts = Entry.objects.filter(
        act="return_answer", body_code=sight.body.code, appeal_id__in=seen.values("pk")
    )
    return _moments(acts, "at", span)


def _ids(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.values("appeal_id")


def _ends(span: Span) -> tuple[date, date]:
    return span.first_on, span.last_on


def _moments_of(span: Span) -> tuple[datetime, datetime]:
    """From the first moment of the first day to the last one of the last, in Bishkek."""
    begin = datetime.combine(span.first_on, time(), BISHKEK)
    end = datetime.combine(span.last_on + timedelta(days=1), time(), BISHKEK)
    return begin, end - timedelta(microseconds=1)


def _moments(rows: QuerySet[Any], column: str, span: Span) -> QuerySet[Any]:
    within = rows.order_by().filter(**{f"{column}__range": _moments_of(span)})
    return within.annotate(day=TruncDate(column, tzinfo=BISHKEK))


def _days(rows: QuerySet[Any], day: str) -> Days:
    return Counter(dict(rows.order_by().values_list(day).annotate(n=Count("pk"))))


def _pairs(rows: QuerySet[Appeal], first: str, second: str) -> dict[tuple[date, Any], int]:
    found = rows.order_by().values_list(first, second).annotate(n=Count("pk"))
    return {(one, two): n for one, two, n in found}


def _closings(seen: QuerySet[Appeal], span: Span) -> list[tuple[Any, ...]]:
    """(day, state, whether late, score, whether resolved, how many): one reading for answers and their ratings."""
    rows = seen.filter(is_open=False, closed_on__range=_ends(span))
    late = rows.annotate(is_late=Q(closed_on__gt=F("consideration_due_on")))
    named = ("closed_on", "state", "is_late", "rating__score", "rating__is_resolved")
    return list(late.order_by().values_list(*named).annotate(n=Count("pk")))


def _sum(closed: list[tuple[Any, ...]], state: str, *, is_late: bool | None = None) -> Days:
    found: Days = Counter()
    for day, in_state, late, _score, _is_resolved, n in closed:
        if in_state == state and (is_late is None or bool(late) == is_late):
            found[day] += n
    return found


def _scores(closed: list[tuple[Any, ...]]) -> Counter[tuple[date, int, bool]]:
    found: Counter[tuple[date, int, bool]] = Counter()
    for day, _state, _late, score, is_resolved, n in closed:
        if score is not None:
            found[(day, score, is_resolved)] += n
    return found


def _first(pairs: Counter[Any]) -> Days:
    """The same counts by the first part of each key."""
    found: Days = Counter()
    for key, n in pairs.items():
        found[key[0]] += n
    return found
