"""Earlier appeals that may be like one: by the keys of its applicants and by the bands of its text.

Never a judgement: at most a few dozen rows, which are then compared word by word. Both searches run inside what the actor
may see, so that a hidden appeal is neither shown nor counted nor pushes another one out.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Fingerprint

MOST_OF_ONE_PERSON = 60
MOST_BY_TEXT = 30
LEAST_BANDS = 2  # one may meet by chance


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
    by_person = others.filter(fingerprint__keys__overlap=found.keys).order_by("-received_at", "-id")
    first = set(by_person.values_list("pk", flat=True)[:MOST_OF_ONE_PERSON]) if found.keys else set()
    shared = Shared(F("fingerprint__bands"), Value(found.bands, output_field=ArrayField(BigIntegerField())))
    by_text = others.filter(fingerprint__bands__overlap=found.bands).annotate(n=shared).order_by("-n", "-id")
    second = [pk for pk, n in by_text.values_list("pk", "n")[:MOST_BY_TEXT] if n >= LEAST_BANDS]
    return Candidates(frozenset(first), frozenset(second))


def _without_own_chain(appeals: QuerySet[Appeal], appeal: Appeal) -> QuerySet[Appeal]:
    first = appeal.origin_id or appeal.pk
    return appeals.annotate(first_leg=Coalesce("origin_id", "id")).exclude(
        Q(pk=appeal.pk) | Q(first_leg=first)
    )
