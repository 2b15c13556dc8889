"""The journal of one appeal as a proof file lists it, and the digest over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.queries.alike.seeing import unknown_to
from kairyluu.queries.cases.case_history import names_in
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.chaining import chain

# Every column of an entry, by the name it has in the digest: never changed, only the scheme may be a new one.
DIGESTED = (
    "id",
    "at",
    "act",
    "appeal_id",
    "body_code",
    "actor_kind",
    "actor_account",
    "actor_official",
    "actor_name",
    "actor_post",
    "facts",
    "reason",
)


def list_entries(actor: Actor, appeal: Appeal) -> list[Entry]:
    """Oldest first, without those that name another appeal which the actor may not know of: they are neither in his
    paper nor in its digest, so that neither tells of them."""
    entries = list(Entry.objects.filter(appeal_id=appeal.pk).order_by("id"))
    named = {entry.pk: names_in(entry.facts) for entry in entries}
    asked = {UUID(pk) for names in named.values() for pk in names}
    unknown = {str(pk) for pk in unknown_to(actor, appeal.body_id, asked)} if asked else set()
    return [entry for entry in entries if not unknown.intersection(named[entry.pk])]


def links_of(appeal_id: UUID, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The digest after each entry."""
    return chain(appeal_id, map(_plain, entries))


def links_now(appeal_id: UUID, entry_ids: Iterable[int]) -> tuple[str, ...]:
    """The same, read from the journal as it is now; an entry that is gone is left out and so changes the rest."""
    return links_of(appeal_id, list(Entry.objects.filter(pk__in=list(entry_ids)).order_by("id")))


def _plain(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in DIGESTED}
