"""Finding appeals by words of the text, by names of applicants and by parts of numbers.

Words are folded exactly as the index folds them. Each word is met as written, from its beginning (Kyrgyz endings pile
up at the end), or by its Russian stem. Few hits are counted and sorted in the database, in one statement; when a word is
in thousands of appeals, nobody waits for all of them to be sorted: the caller walks its own ordered index and tests each
appeal on the way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models import Appeal, Applicant, RegisterBook
from kairyluu.queries.lists.paging import CAP, SIZE, Cursor, Order
from kairyluu.rules.spelling import clean_line, fold, fold_for_search

# Up to so many hits are sorted; of more, walking the list meets a page's worth sooner (measured at 200,000 appeals).
FEW = 2 * CAP
LONGEST = 200  # characters of what was typed that are read
MOST_WORDS = 8
PREFIX_FROM = 3  # shorter words are met whole: two letters begin half the dictionary
_WORD = re.compile(r"[^\W_]{1,40}")
_DIGITS = re.compile(r"\d+")
_LARGEST_SERIAL = 2**31 - 1

Query = SearchQuery | CombinedSearchQuery


@dataclass(frozen=True)
class Hits:
    """How many there are and the ids of one page's worth and one more, in the asked order; `ids` is None when they are
    too many, and `where` then tests one appeal."""

    n: int
    ids: tuple[UUID, ...] | None
    where: Q = field(default_factory=Q)


@dataclass(frozen=True)
class _Asked:
    """What was typed, read as words and as numbers."""

    words: Query | None
    numbers: Q


def find_hits(appeals: QuerySet[Appeal], text: str, order: Order, cursor: Cursor | None) -> Hits:
    """`appeals` are those that may be seen; no word and no digit finds nothing."""
    asked = _read(text)
    roads = [appeals.filter(where).values(order.field, "pk")[: FEW + 1] for where in _roads(asked)]
    if not roads:
        return Hits(0, ())
    n, ids = _counted_and_sorted(roads, order, cursor)
    return Hits(n, tuple(ids)) if n <= FEW else Hits(n, None, _met_on_the_way(asked))


def _counted_and_sorted(
    roads: Sequence[QuerySet[Appeal, Any]], order: Order, cursor: Cursor | None
) -> tuple[int, list[UUID]]:
    """One statement: what was found on all roads, its number and the window of it. The rows stay where they are: a
    thousand moments cost more to read here than to find there."""
    written = [road.query.sql_with_params() for road in roads]
    values: list[Any] = [value for _, params in written for value in params]
    found = " UNION ".join(f"({sql})" for sql, _ in written)
    is_descending = order.is_descending != (cursor is not None and cursor.is_reversed)
    beyond, way = "", "DESC" if is_descending else "ASC"
    if cursor is not None:
        beyond = f"WHERE (key, id) {'<' if is_descending else '>'} (%s, %s)"
        values += cursor.place
    page = f"SELECT id FROM hit {beyond} ORDER BY key {way}, id {way} LIMIT {SIZE + 1}"  # noqa: S608 - no value
    with connection.cursor() as asking:
        asking.execute(
            f"WITH hit (key, id) AS MATERIALIZED ({found}) "  # noqa: S608 - written by the ORM
            f"SELECT (SELECT count(*) FROM hit), ARRAY({page})",
            values,
        )
        n, ids = asking.fetchone()
    return n, ids


def _roads(asked: _Asked) -> list[Q]:
    """The ways to an appeal, each with an index of its own: joined by OR they would use none."""
    roads = [asked.numbers] if asked.numbers else []
    if asked.words is not None:
        named = Applicant.objects.filter(search=asked.words)
        roads += [Q(pk__in=named.values("appeal_id")), Q(search=asked.words)]
    return roads


def _met_on_the_way(asked: _Asked) -> Q:
    """The same as a test of a single appeal. Not EXISTS: the planner would gather all applicants of a frequent name
    before looking at the first appeal."""
    wanted = asked.numbers
    if asked.words is not None:
        of_appeal = Applicant.objects.filter(appeal=OuterRef("pk"), search=asked.words).order_by()
        is_named = Subquery(of_appeal.annotate(is_met=Value(True)).values("is_met")[:1])
        wanted |= Q(search=asked.words) | Q(Coalesce(is_named, Value(False)))
    return wanted


def _read(text: str) -> _Asked:
    typed = clean_line(text[:LONGEST])
    words = list(dict.fromkeys(_WORD.findall(fold_for_search(fold(typed)))))[:MOST_WORDS]
    # A lone letter beside real words (в, с, и) narrows nothing and is in every text.
    telling = [word for word in words if len(word) > 1] or words
    query = reduce(and_, map(_word, telling)) if telling else None
    return _Asked(query, _numbers(typed))


def _word(word: str) -> Query:
    """The word has only letters and digits: nothing in it can be an operator."""
    end = ":*" if len(word) >= PREFIX_FROM else ""
    as_written = SearchQuery(f"'{word}'{end}", search_type="raw", config="simple")
    return as_written | SearchQuery(word, search_type="plain", config="russian")


def _numbers(typed: str) -> Q:
    """A registration number from its beginning, its serial alone, a tracking number from its beginning."""
    runs = [run for run in _DIGITS.findall(typed) if run.isascii()]
    if not runs:
        return Q()
    wanted = Q(number__startswith=typed.upper()) & ~Q(number="")
    if len(runs) == 1 and int(runs[0][:10]) <= _LARGEST_SERIAL and runs[0] == typed:
        wanted |= Q(book__in=RegisterBook.objects.values("pk"), serial=int(runs[0][:10]))
    tracking = _tracking_beginning("".join(runs))
    if tracking and re.fullmatch(r"[\d\s-]+", typed):
        wanted |= Q(tracking_number__startswith=tracking)
    return wanted


def _tracking_beginning(digits: str) -> str:
    """`2612345` as `26-123-45`: the groups of a tracking number as far as they were typed."""
    if not 4 <= len(digits) <= 12:
        return ""
    rest = digits[2:]
    return "-".join([digits[:2], *(rest[n : n + 3] for n in range(0, len(rest), 3))])
