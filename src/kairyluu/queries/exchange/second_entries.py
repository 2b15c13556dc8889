"""Second registrations in the document system: what the journal and the case page say of one, and the list of those
that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from kairyluu.data.agencies.models import Body, Line
from kairyluu.data.exchange.models import DocumentSystem, SecondEntry
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import unaccused
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.exchange.access import may_see_entries
from kairyluu.rules.facts import Actor

MOST = 200


def words_for(entry_ids: Iterable[int], language: str) -> dict[int, str]:
    """By the row id of the journal's entry; entries that go nowhere are absent."""
    rows = SecondEntry.objects.filter(entry_id__in=list(entry_ids))
    with override(language):
        return {row.entry_id: words_of(row) for row in rows if row.entry_id}


def words_of(row: SecondEntry) -> str:
    """In the language in force: number and day of the other system, or that it is waited for."""
    if row.registered_on is None:
        return _("Document system: waiting")
    facts = {"number": row.number, "day": f"{row.registered_on:%d.%m.%Y}"}
    return _("Document system: No. %(number)s, %(day)s") % facts


def find_second(appeal_id: UUID) -> SecondEntry | None:
    return SecondEntry.objects.filter(appeal_id=appeal_id).first()


def lines_kept_by(actor: Actor) -> list[Line]:
    """The lines of bodies that have a document system, where the actor looks after what does not get through."""
    lines = [line for line in directory().lines.values() if may_see_entries(actor, line.body_id)]
    if not lines:
        return []
    systems = DocumentSystem.objects.filter(body_id__in={line.body_id for line in lines})
    having = set(systems.values_list("body_id", flat=True))
    return [line for line in lines if line.body_id in having]


def list_unsettled(actor: Actor, body: Body) -> list[SecondEntry]:
    """Those given up first, then those that wait; without complaints the actor may not know of."""
    rows = _of(actor, body).exclude(state=second.REGISTERED).select_related("appeal", "entry__book", "system")
    return sorted(rows[:MOST], key=lambda row: (row.state != second.DEAD, row.made_at, row.pk))


def list_newest(actor: Actor, body: Body, n: int = 20) -> list[SecondEntry]:
    """Those that have their number, the newest first."""
    rows = _of(actor, body).filter(state=second.REGISTERED).select_related("appeal", "entry__book", "system")
    return list(rows.order_by("-answered_at", "-id")[:n])


def count_dead(actor: Actor, body: Body) -> int:
    return _of(actor, body).filter(state=second.DEAD).count()


def _of(actor: Actor, body: Body) -> QuerySet[SecondEntry]:
    seen = Q(appeal_id__in=unaccused(actor).values("pk"))
    rows = SecondEntry.objects.filter(seen, system__body_id=body.pk, entry__isnull=False)
    return rows.order_by("made_at", "id")
