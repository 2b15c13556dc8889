"""The lists of the desk: which appeals, in which order, narrowed by which filters; the rail counts the same queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.lists import paging, searching
from kairyluu.queries.lists.paging import CAP, SIZE, Count, Cursor, Order, Page
from kairyluu.queries.lists.rows import ROW_FIELDS, Row, shape_rows
from kairyluu.queries.sight import Sight, visible
from kairyluu.rules import states
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK

BY_DUE_DAY = Order("due_on")
BY_RECEIPT = Order("received_at", is_descending=True, is_moment=True)
SOON_WORKING_DAYS = 3
OTHERWISE = tuple(sorted(states.FINAL - {states.ANSWERED, states.REFUSED}))


class UnknownQueue(Refused):
    """No list has this code."""


@dataclass(frozen=True)
class Situation:
    """What the conditions of a list depend on."""

    sight: Sight
    today: date
    soon_on: date


@dataclass(frozen=True)
class Queue:
    code: str
    where: Callable[[Situation], Q]
    order: Order = BY_DUE_DAY


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Codes that exist, or empty; `term` is one of TERMS; both days of the period are included."""

    state: str = ""
    term: str = ""
    executor: str = ""
    topic: str = ""
    channel: str = ""
    kind: str = ""
    text: str = ""
    received_from: date | None = None
    received_to: date | None = None


def _in_state(*codes: str) -> Callable[[Situation], Q]:
    is_open = not set(codes) & states.FINAL
    return lambda _: (
        Q(is_open=is_open, state__in=codes) if len(codes) > 1 else Q(is_open=is_open, state=codes[0])
    )


def _assigned_to(**executor: object) -> Q:
    work = Assignment.objects.filter(is_current=True, **executor)
    return Q(pk__in=work.values("appeal_id"))


TERMS: dict[str, Callable[[Situation], Q]] = {
    "overdue": lambda at: Q(is_open=True, due_on__lt=at.today),
    "today": lambda at: Q(is_open=True, due_on=at.today),
    "soon": lambda at: Q(is_open=True, due_on__gte=at.today, due_on__lte=at.soon_on),
    "later": lambda at: Q(is_open=True, due_on__gt=at.soon_on),
}
QUEUES: dict[str, Queue] = {
    queue.code: queue
    for queue in (
        Queue("inbox", _in_state(states.RECEIVED)),
        Queue("to-resolve", _in_state(states.REGISTERED)),
        Queue("in-execution", _in_state(states.ASSIGNED)),
        Queue("mine", lambda at: Q(is_open=True) & _assigned_to(executor_id=at.sight.actor.official_id)),
        Queue("to-sign", _in_state(states.AWAITING_SIGNATURE)),
        Queue("to-send", _in_state(states.SIGNED)),
        Queue("overdue", TERMS["overdue"]),
        Queue("due-soon", TERMS["soon"]),
        Queue("under-control", lambda _: Q(is_open=True, is_under_control=True)),
        Queue("answered", _in_state(states.ANSWERED), BY_RECEIPT),
        Queue("refused", _in_state(states.REFUSED), BY_RECEIPT),
        Queue("otherwise", _in_state(*OTHERWISE), BY_RECEIPT),
        Queue("all", lambda _: Q(), BY_RECEIPT),
    )
}


def find_queue(code: str) -> Queue:
    """Raises `UnknownQueue`."""
    try:
        return QUEUES[code]
    except KeyError:
        raise UnknownQueue({"code": code[:40]}) from None


def queues_of(sight: Sight) -> tuple[Queue, ...]:
    """The lists that mean something to this reader: an executor has his own work, an overseer none of his own."""
    if not sight.sees_all:
        return tuple(QUEUES[code] for code in ("mine", "overdue", "due-soon", "answered"))
    return tuple(queue for queue in QUEUES.values() if queue.code != "mine" or sight.works_here)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One page of one list: the list, what narrows it, where the page begins, in which language names come."""

    queue: Queue
    filters: Filters = Filters()
    after: str = ""
    before: str = ""
    language: str = "ky"


def list_queue(sight: Sight, asked: Asked, today: date) -> Page[Row]:
    """Queries: the page, the total, applicants, executors; with a text the search comes instead of the total."""
    known = directory()
    at = _situation(sight, today, known)
    order = asked.queue.order
    cursor = paging.read_cursor(asked.after, asked.before, order)
    appeals = visible(sight).filter(asked.queue.where(at)).filter(_narrowed(asked.filters, at, known))
    if asked.filters.text:
        fetched, total = _found(appeals, asked, cursor)
    else:
        fetched, total = _window(appeals, order, cursor), Count.capped(appeals[: CAP + 1].count())

    page = paging.cut(fetched, cursor)
    n_before = cursor.n_before if cursor else 0
    places = [(getattr(row, order.field), row.pk) for row in page.rows]
    return Page(
        rows=tuple(shape_rows(page.rows, today, asked.language)),
        first=n_before + 1 if places else 0,
        total=total,
        next=paging.write_cursor(places[-1], n_before + SIZE) if page.has_after and places else "",
        previous=paging.write_cursor(places[0], n_before - SIZE) if page.has_before and places else "",
    )


def count_queues(sight: Sight, queues: Iterable[Queue], today: date) -> dict[str, Count]:
    """Every list's total, in one query; each is counted up to the cap."""
    codes = tuple(queue.code for queue in queues)
    sql, values = _written_counts(_situation(sight, today, directory()), codes)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        counted = cursor.fetchone()
    return {code: Count.capped(n) for code, n in zip(codes, counted, strict=True)}


@lru_cache(maxsize=256)
def _written_counts(at: Situation, codes: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """The statement and its values. Kept: it follows from reader and day alone, stands on each of his pages, and took
    longer to write than to run."""
    seen = visible(at.sight)
    parts: list[str] = []
    values: list[Any] = []
    for code in codes:
        limited = seen.filter(QUEUES[code].where(at)).values("pk")[: CAP + 1]
        sql, params = limited.query.sql_with_params()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608 - written by the ORM
        values.extend(params)
    return "SELECT " + ", ".join(parts), tuple(values)


def _situation(sight: Sight, today: date, known: Directory) -> Situation:
    return Situation(sight, today, known.calendar_for(sight.body).add_working_days(today, SOON_WORKING_DAYS))


def _narrowed(filters: Filters, at: Situation, known: Directory) -> Q:
    wanted = Q(kind=filters.kind) if filters.kind else Q()
    if filters.state:
        wanted &= _in_state(filters.state)(at)
    if filters.channel:
        wanted &= Q(channel_id=known.channel(filters.channel).pk)
    if filters.topic:
        wanted &= Q(topic_id__in=_with_subtopics(filters.topic, known))
    if filters.term:
        wanted &= TERMS[filters.term](at)
    if filters.executor:
        wanted &= _assigned_to(executor__code=filters.executor)
    return wanted & _received_in(filters.received_from, filters.received_to)


def _received_in(first: date | None, last: date | None) -> Q:
    wanted = Q(received_at__gte=_midnight(first)) if first else Q()
    return wanted & Q(received_at__lt=_midnight(last + timedelta(days=1))) if last else wanted


def _with_subtopics(code: str, known: Directory) -> list[int]:
    return [t.pk for t in known.topics.values() if code in (t.code, t.parent.code if t.parent else "")]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, BISHKEK)


def _window(appeals: QuerySet[Appeal], order: Order, cursor: Cursor | None) -> list[Appeal]:
    """The rows of a page and one more; backwards for a reversed cursor."""
    is_reversed = cursor is not None and cursor.is_reversed
    if cursor is not None:
        appeals = appeals.filter(order.beyond(cursor.place, is_reversed=is_reversed))
    names = order.names(is_reversed=is_reversed)
    return list(appeals.order_by(*names).only(*ROW_FIELDS)[: SIZE + 1])


def _found(appeals: QuerySet[Appeal], asked: Asked, cursor: Cursor | None) -> tuple[list[Appeal], Count]:
    """The window among what the text finds. Few hits are sorted at once; many are met along the list's own order."""
    order = asked.queue.order
    hits = searching.find_hits(appeals, asked.filters.text, order, cursor)
    if hits.ids is None:
        return _window(appeals.filter(hits.where), order, cursor), Count(CAP, is_more=True)
    rows = Appeal.objects.only(*ROW_FIELDS).in_bulk(hits.ids)
    return [rows[pk] for pk in hits.ids if pk in rows], Count.capped(hits.n)
