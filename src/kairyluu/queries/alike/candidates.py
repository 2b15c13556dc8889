"""Earlier appeals that may be like one: by the keys of its applicants and by the bands of its text.

Never a judgement: at most a few dozen rows, which are then compared word by word. Both searches run inside what the actor
may see, so that a hidden appeal is neither shown nor counted nor pushes another one out.
"""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Fingerprint

MOST_OF_ONE_PERSON = 60
MOST_BY_TEXT = 40


class Shared(Func):
    """How many numbers of two arrays are the same."""

    template = "cardinality(ARRAY(SELECT unnest(%(expressions)s)))"
    arg_joiner = ") INTERSECT SELECT unnest("
    output_field = IntegerField()


def list_candidates(appeals: QuerySet[Appeal], appeal: Appeal) -> list[UUID]:
    """Ids of other appeals among `appeals` (what may be seen, in no order), those of the same applicants first; legs of
    the appeal's own chain are left out."""
    found = Fingerprint.objects.filter(appeal_id=appeal.pk).first()
    if found is None:
        return []
    others = _without_own_chain(appeals, appeal)
    by_person = others.filter(fingerprint__keys__overlap=found.keys).order_by("-received_at", "-id")
    first = list(by_person.values_list("pk", flat=True)[:MOST_OF_ONE_PERSON]) if found.keys else []
    by_text = others.filter(fingerprint__bands__overlap=found.bands).annotate(
        n=Shared(F("fingerprint__bands"), Value(found.bands, output_field=ArrayField(BigIntegerField())))
    )
    second = (
        list(by_text.order_by("-n", "-id").values_list("pk", flat=True)[:MOST_BY_TEXT]) if found.bands else []
    )
    return list(dict.fromkeys([*first, *second]))


def _without_own_chain(appeals: QuerySet[Appeal], appeal: Appeal) -> QuerySet[Appeal]:
    first = appeal.origin_id or appeal.pk
    return appeals.annotate(first_leg=Coalesce("origin_id", "id")).exclude(
        Q(pk=appeal.pk) | Q(first_leg=first)
    )
