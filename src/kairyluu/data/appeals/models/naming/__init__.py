"""Whom an appeal names, as its facts know them: every act asks, so it is one lean query instead of three wide ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model

PARTS = ("targets", "assignments", "recusals")
_NAMED = """
    SELECT 'target', official_id, body_id, false,
           CASE WHEN match_decided_at IS NULL THEN suspect_ids ELSE '{}' END
      FROM appeals_complainttarget WHERE appeal_id = %(appeal)s
    UNION ALL
    SELECT 'assignment', executor_id, NULL, is_lead, '{}'
      FROM appeals_assignment WHERE appeal_id = %(appeal)s AND is_current
    UNION ALL
    SELECT 'recusal', official_id, NULL, false, '{}'
      FROM appeals_recusal WHERE appeal_id = %(appeal)s
"""


class Named(NamedTuple):
    """`kind` is target, recusal or assignment, of those the current ones; `suspect_ids` are the officials whom the
    words of a target may mean while nobody has decided."""

    kind: str
    official_id: int | None
    body_id: int | None = None
    is_lead: bool = False
    suspect_ids: Any = ()


def named_on(appeal: Model) -> list[Named]:
    """From the parts where they were fetched with the appeal."""
    if getattr(appeal, "_prefetched_objects_cache", {}).keys() >= set(PARTS):
        return list(_of_parts(appeal))
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, {"appeal": appeal.pk})
        return [Named(*row) for row in cursor.fetchall()]


def _of_parts(appeal: Any) -> Iterator[Named]:
    for each in appeal.targets.all():
        yield Named(
            "target", each.official_id, each.body_id, False, each.suspect_ids if each.is_doubtful else ()
        )
    for each in appeal.assignments.all():
        if each.is_current:
            yield Named("assignment", each.executor_id, None, each.is_lead)
    for each in appeal.recusals.all():
        yield Named("recusal", each.official_id)
