"""What happened to an appeal, from the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max
from django.db.models.functions import TruncDate

from kairyluu.data.journal.models import Entry, Look
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek

MOST_LOOKS = 100


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One act, or with `is_look` one look at the appeal. `what` is the verb or the page; `facts` explain it,
    `reason` is what the person wrote; `n_times` counts the same person's looks of one day, `at` being the last."""

    at: datetime
    what: str
    name: str
    post: str = ""
    actor_kind: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    is_look: bool = False
    n_times: int = 1

    @property
    def names(self) -> list[str]:
        """Ids of other appeals that the line names."""
        return names_in(self.facts)


def names_in(facts: dict[str, Any]) -> list[str]:
    """Ids of other appeals that the facts of an entry name."""
    one, many = facts.get("other_id"), facts.get("other_ids", [])
    return [str(pk) for pk in ([one] if one else []) + list(many)]


def list_happenings(appeal_id: UUID, *, with_looks: bool) -> list[Happening]:
    """Oldest first; the looks, if asked for, after the acts and the newest first."""
    acts = [_act(entry) for entry in Entry.objects.filter(appeal_id=appeal_id).order_by("id")]
    return acts + (_all_looks(appeal_id) if with_looks else [])


def _act(entry: Entry) -> Happening:
    return Happening(
        at=entry.at,
        what=entry.act,
        name=entry.actor_name,
        post=entry.actor_post,
        actor_kind=entry.actor_kind,
        facts=entry.facts,
        reason=entry.reason,
    )


def _all_looks(appeal_id: UUID) -> list[Happening]:
    found = _looks(appeal_id) + _looks_in_lists(appeal_id)
    return sorted(found, key=lambda look: look.at, reverse=True)[:MOST_LOOKS]


def _looks_in_lists(appeal_id: UUID) -> list[Happening]:
    """As `_looks`, counted by the database: a list is looked at far more often than a case. What was searched for
    stays in the journal."""
    seen = (
        Look.objects.filter(appeal_ids__contains=[appeal_id])
        .annotate(day=TruncDate("at", tzinfo=BISHKEK))
        .values("actor_kind", "actor_account", "actor_name", "actor_post", "what", "day")
        .annotate(last_at=Max("at"), n_times=Count("pk"))
        .order_by("-last_at")[:MOST_LOOKS]
    )
    return [
        Happening(
            at=row["last_at"],
            what=row["what"],
            name=row["actor_name"],
            post=row["actor_post"],
            actor_kind=row["actor_kind"],
            is_look=True,
            n_times=row["n_times"],
        )
        for row in seen
    ]


def _looks(appeal_id: UUID) -> list[Happening]:
    """One line for a person, a page and a day."""
    rows = Look.objects.filter(appeal_id=appeal_id).order_by("-at", "-id")[: MOST_LOOKS * 5]
    found: dict[tuple[object, ...], list[Look]] = {}
    for row in rows:
        found.setdefault((row.actor_account, row.actor_name, row.what, date_in_bishkek(row.at)), []).append(
            row
        )
    return [_look(same[0], len(same)) for same in list(found.values())[:MOST_LOOKS]]


def _look(last: Look, n_times: int) -> Happening:
    return Happening(
        at=last.at,
        what=last.what,
        name=last.actor_name,
        post=last.actor_post,
        actor_kind=last.actor_kind,
        facts=last.facts,
        is_look=True,
        n_times=n_times,
    )
