"""Reading a page of a list or of search results; which appeals were shown to whom is recorded."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from kairyluu.data.journal.recording import record_look
from kairyluu.queries.lists.paging import Page
from kairyluu.queries.lists.queues import Asked, Filters, UnknownQueue, list_queue, queues_of
from kairyluu.queries.lists.rows import Row
from kairyluu.queries.sight import find_sight
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadList:
    """`body` is its code. A search goes over everything the reader may see; a list must be one of his."""

    body: str
    asked: Asked
    is_search: bool = False


@act
def read_list(command: ReadList, *, actor: Actor, now: datetime) -> Page[Row]:
    """Raises `NotYourBody` and `UnknownQueue`; then nothing was shown and nothing is recorded."""
    sight = find_sight(actor, command.body)
    asked = command.asked
    if not command.is_search and asked.queue not in queues_of(sight):
        raise UnknownQueue({"code": asked.queue.code})

    page = list_queue(sight, asked, date_in_bishkek(now))

    record_look(
        "search" if command.is_search else "list",
        actor=actor,
        now=now,
        appeal_ids=[row.id for row in page.rows],
        body_code=sight.body.code,
        list=asked.queue.code,
        first=page.first,
        **_narrowed(asked.filters),
    )
    return page


def _narrowed(filters: Filters) -> dict[str, Any]:
    """The filters that were used, by name; the words searched for under `text`."""
    used = {field.name: getattr(filters, field.name) for field in fields(filters)}
    plain = {n: v.isoformat() if isinstance(v, date) else v for n, v in used.items() if v}
    return {"filters": plain} if plain else {}
