"""Finding appeals by words of the text, by names of applicants and by parts of numbers.

Words are folded exactly as the index folds them. Each word is met as written, from its beginning (Kyrgyz endings pile
up at the end), or by its Russian stem. Few hits are fetched and sorted; when a word is in thousands of appeals, nobody
waits for all of them to be sorted: the caller walks its own ordered index and tests each appeal on the way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import cast

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models import Appeal, Applicant, RegisterBook
from kairyluu.queries.lists.paging import CAP, Place
from kairyluu.rules.spelling import clean_line, fold, fold_for_search

FEW = CAP  # more hits than are counted exactly are not fetched to be sorted
LONGEST = 200  # characters of what was typed that are read
MOST_WORDS = 8
PREFIX_FROM = 3  # shorter words are met whole: two letters begin half the dictionary
_WORD = re.compile(r"[^\W_]{1,40}")
_DIGITS = re.compile(r"\d+")
_LARGEST_SERIAL = 2**31 - 1

Query = SearchQuery | CombinedSearchQuery


@dataclass(frozen=True)
class Hits:
    """Where the hits stand in the asked order, or None when they are too many; `where` then tests one appeal."""

    places: frozenset[Place] | None
    where: Q


@dataclass(frozen=True)
class _Asked:
    """What was typed, read as words and as numbers."""

    words: Query | None
    numbers: Q


def find_hits(appeals: QuerySet[Appeal], text: str, order_field: str) -> Hits:
    """`appeals` are those that may be seen; no word and no digit finds nothing."""
    asked = _read(text)
    found: set[Place] = set()
    for where in _roads(asked):
        hits = appeals.filter(where).values_list(order_field, "pk")[: FEW + 1]
        found |= cast("set[Place]", set(hits))
        if len(found) > FEW:
            return Hits(None, _met_on_the_way(asked))
    return Hits(frozenset(found), Q())


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
