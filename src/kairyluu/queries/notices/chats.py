"""Which appeals a chat may hear of: those it was linked to, and those of an account it was linked to."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.outbox.models import Way
from kairyluu.queries.hands.chain import running_leg
from kairyluu.queries.notices.chosen import NobodyToTell, Whose
from kairyluu.rules.notices.ways import TELEGRAM

MOST = 5


def list_whose_of_chat(chat: int) -> list[Whose]:
    rows = Way.objects.filter(channel=TELEGRAM, address=str(chat)).order_by("chosen_at", "id")
    return [Whose(appeal_id=row.appeal_id, account_id=row.account_id) for row in rows]


def list_appeals_of_chat(chat: int, most: int = MOST) -> list[UUID]:
    """Not the confidential ones: nobody may know whose they are. The newest first."""
    linked = list_whose_of_chat(chat)
    own = Appeal.objects.filter(pk__in=[one.appeal_id for one in linked if one.appeal_id])
    accounts = [one.account_id for one in linked if one.account_id]
    kept = Appeal.objects.filter(applicants__account_id__in=accounts, applicants__role="main", origin=None)
    both = Appeal.objects.filter(pk__in=own.values("pk").union(kept.values("pk")), is_confidential=False)
    return list(both.order_by("-received_at", "-id").values_list("pk", flat=True)[:most])


def may_speak_of(chat: int, appeal_id: UUID) -> UUID:
    """The leg whose answer is spoken of; raises `NobodyToTell`."""
    if appeal_id not in list_appeals_of_chat(chat):
        raise NobodyToTell()
    return running_leg(appeal_id)
