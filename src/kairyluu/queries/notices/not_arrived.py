"""Notices to applicants that did not arrive by any way: the body prints them. What arrived by another way is not here."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.sight import Sight, visible
from kairyluu.rules.notices.rights import KEEPERS
from kairyluu.rules.notices.ways import CAME_BACK
from kairyluu.rules.refusals import Refused

MOST = 200


class NoSuchLetter(Refused):
    """There is no such letter for this reader, or somebody has seen to it already."""


def may_see_letters(sight: Sight) -> bool:
    return sight.has_role(*KEEPERS)


def count_not_arrived(sight: Sight, codes: Iterable[str]) -> int:
    return _open(sight, codes).count()


def list_not_arrived(sight: Sight, codes: Iterable[str]) -> list[tuple[Notice, Appeal]]:
    """The oldest first, at most `MOST`; `codes` are the notices to applicants."""
    notices = list(_open(sight, codes).order_by("created_at", "id")[:MOST])
    appeals = Appeal.objects.defer("search", "text").in_bulk(
        {one.appeal_id for one in notices if one.appeal_id}
    )
    return [(one, appeals[one.appeal_id]) for one in notices if one.appeal_id]


def find_not_arrived(sight: Sight, codes: Iterable[str], notice_id: UUID) -> Notice:
    """Raises `NoSuchLetter`."""
    found = _open(sight, codes).filter(pk=notice_id).first()
    if found is None:
        raise NoSuchLetter()
    return found


def _open(sight: Sight, codes: Iterable[str]) -> QuerySet[Notice]:
    if not may_see_letters(sight):
        return Notice.objects.none()
    lost = Notice.objects.filter(
        Q(state="failed") | Q(fate=CAME_BACK), handled_at=None, code__in=tuple(codes)
    )
    # The same event by another way: written in the same moment.
    other = Notice.objects.filter(
        appeal_id=OuterRef("appeal_id"), code=OuterRef("code"), created_at=OuterRef("created_at")
    )
    arrived = other.filter(state__in=("sent", "passed", "waiting")).exclude(fate=CAME_BACK)
    return lost.filter(appeal_id__in=visible(sight).values("pk")).filter(~Exists(arrived))
