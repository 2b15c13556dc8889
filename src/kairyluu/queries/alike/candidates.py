"""Earlier appeals that may be like one: by the keys of its applicants and by the bands of its text.

Never a judgement: at most a few dozen rows, which are then compared word by word. What is shown comes from what the actor
may see, so that a hidden appeal is neither shown nor counted nor pushes another one out.

Measured among 100,000 appeals of one body: a text shares a band with some 7,000 others, since every village writes the same
sentences. So the bands are asked in two halves, both of which must meet, and counted before any appeal is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Fingerprint
from kairyluu.rules.repeats import ONE_CAUSE_DAYS

MOST_OF_ONE_PERSON = 60
MOST_BY_TEXT = 20  # twelve are shown, and copies of one letter stand first
LEAST_BANDS = 6  # of 32: 99 in 100 pairs of one cause have them
MOST_MET = 3000  # copies of one letter
AT_ONCE = 500


class Shared(Func):
    """How many numbers of two arrays are the same."""

    template = "cardinality(ARRAY(SELECT unnest(%(expressions)s)))"
    arg_joiner = ") INTERSECT SELECT unnest("
    output_field = IntegerField()


@dataclass(frozen=True)
class Candidates:
    """Ids of appeals with an applicant's key in common, and of those with the most of the text in common."""

    by_person: frozenset[UUID] = frozenset()
    by_text: frozenset[UUID] = frozenset()


def find_candidates(appeals: QuerySet[Appeal], appeal: Appeal) -> Candidates:
    """Other appeals among `appeals` (what may be seen, in no order); legs of the appeal's own chain are left out."""
    found = Fingerprint.objects.filter(appeal_id=appeal.pk).first()
    if found is None:
        return Candidates()
    others = _without_own_chain(appeals, appeal)
    second = islice(_by_text(others, found, appeal), MOST_BY_TEXT) if found.bands else ()
    return Candidates(frozenset(_by_person(others, found)), frozenset(second))


def _by_person(others: QuerySet[Appeal], found: Fingerprint) -> QuerySet[Appeal, UUID]:
    """A name and a district are shared by hundreds: those with more keys in common come first, then those with more of the
    text."""
    keys = Shared(F("fingerprint__keys"), Value(found.keys, output_field=ArrayField(BigIntegerField())))
    same = others.filter(fingerprint__keys__overlap=found.keys).annotate(
        n_keys=keys, n_bands=_n_shared(found)
    )
    best = same.order_by("-n_keys", "-n_bands", "-received_at", "-id")
    return best.values_list("pk", flat=True)[:MOST_OF_ONE_PERSON]


def _by_text(others: QuerySet[Appeal], found: Fingerprint, appeal: Appeal) -> Iterator[UUID]:
    """Those that share the most first; open ones, and others of the time in which one cause is spoken of."""
    span = timedelta(days=ONE_CAUSE_DAYS + 1)
    near = Q(received_at__gte=appeal.received_at - span, received_at__lte=appeal.received_at + span)
    met = _met(found)
    for start in range(0, len(met), AT_ONCE):
        ids = met[start : start + AT_ONCE]
        seen = set(others.filter(Q(is_open=True) | near, pk__in=ids).values_list("pk", flat=True))
        yield from (pk for pk in ids if pk in seen)


def _met(found: Fingerprint) -> list[UUID]:
    """Every appeal whose text meets this one's often enough, whosever it is: only to be looked up among what may be seen."""
    half = len(found.bands) // 2
    met = Fingerprint.objects.filter(bands__overlap=found.bands[:half]).filter(
        bands__overlap=found.bands[half:]
    )
    rows = (
        met.exclude(pk=found.pk).annotate(n=_n_shared(found)).filter(n__gte=LEAST_BANDS).order_by("-n", "-pk")
    )
    return list(rows.values_list("pk", flat=True)[:MOST_MET])


def _n_shared(found: Fingerprint) -> RawSQL:
    """How many bands of a fingerprint are those of `found`. A band stands at its place in both, so place is compared with
    place: a tenth of the cost of an intersection."""
    places = (f"(bands[{at}] = %s)::int" for at in range(1, len(found.bands) + 1))
    # An earlier register's row may have no bands at all: it has none in common.
    shared = f"coalesce({' + '.join(places) or '0'}, 0)"
    return RawSQL(shared, found.bands)  # noqa: S611 - the numbers are parameters


def _without_own_chain(appeals: QuerySet[Appeal], appeal: Appeal) -> QuerySet[Appeal]:
    first = appeal.origin_id or appeal.pk
    return appeals.annotate(first_leg=Coalesce("origin_id", "id")).exclude(
        Q(pk=appeal.pk) | Q(first_leg=first)
    )
