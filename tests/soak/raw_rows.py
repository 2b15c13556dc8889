"""Stories read back from the tables, row by row, with nothing but plain SELECTs: what the recount in Python is made of."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.db import connection

from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.rules.figures.periods import Period
from tests.factories.histories import Story
from tests.queries.figures import recount

APPEALS = """
SELECT a.id, b.code, a.state, a.kind, c.code, coalesce(t.code, ''), a.reply_language, coalesce(p.code, ''),
       CASE WHEN m.is_organisation THEN 'organisation' WHEN a.is_collective THEN 'collective' ELSE 'person' END,
       a.origin_id, a.is_confidential, a.received_at, a.registered_on, a.due_on, a.consideration_due_on, a.closed_on,
       coalesce(o.code, '')
FROM appeals_appeal a JOIN agencies_body b ON b.id = a.body_id JOIN reference_channel c ON c.id = a.channel_id
LEFT JOIN reference_topic t ON t.id = a.topic_id LEFT JOIN reference_outcome o ON o.id = a.outcome_id
LEFT JOIN appeals_applicant m ON m.appeal_id = a.id AND m.role = 'main'
LEFT JOIN agencies_territory p ON p.id = m.home_territory_id
"""
# Of an appeal, what another table says: the rows, and what is done with each.
BESIDE: dict[str, Callable[..., None]] = {
    "SELECT appeal_id, made_at FROM appeals_extension": lambda s, at: s.extended.append(at),
    "SELECT appeal_id, made_at FROM appeals_handover WHERE kind = 'part'": lambda s, at: s.parts.append(at),
    "SELECT appeal_id, made_at FROM appeals_handover WHERE kind = 'review'": lambda s, at: _set(
        s, reviewed=at
    ),
    "SELECT appeal_id, returned_at FROM appeals_answer": lambda s, at: _set(s, returned=at),
    "SELECT appeal_id, rated_at, score, is_resolved FROM appeals_rating": lambda s, at, n, yes: _set(
        s, rated=at, score=n, is_resolved=yes
    ),
    "SELECT appeal_id FROM appeals_nearcopy": lambda s: _set(s, is_copy=True),
    "SELECT appeal_id FROM appeals_controlmark": lambda s: _set(s, is_controlled=True),
    "SELECT r.appeal_id, g.code FROM appeals_refusal r JOIN reference_refusalground g ON g.id = r.ground_id": (
        lambda s, code: _set(s, ground=code)
    ),
}
KEYS: dict[str, Callable[[Story], str]] = {
    name: recount.KEYS[name]
    for name in (
        *("body", "channel", "kind", "topic", "subtopic", "territory_applicant", "applicant_group"),
        *("outcome", "ground", "language", "under_control"),
    )
}
PATHS: dict[str, Callable[[Story], bool]] = {
    "late": lambda s: s.fate == "answered" and s.closed is not None and s.closed > s.due,
    "overdue": lambda s: s.closed is None,
    "extended": lambda s: bool(s.extended),
    "in part": lambda s: bool(s.parts),
    "reviewed": lambda s: s.reviewed is not None,
    "returned": lambda s: s.returned is not None,
    "rated": lambda s: s.rated is not None,
    "near copy": lambda s: s.is_copy,
    "confidential": lambda s: s.is_confidential,
    "controlled": lambda s: s.is_controlled,
    "handed on": lambda s: s.origin is not None,
    **{
        fate: (lambda s, fate=fate: s.fate == fate)
        for fate in ("refused", "forwarded", "withdrawn", "merged")
    },  # type: ignore[misc]
}
N_CHANGED = 200
THREE_DAYS = timedelta(days=3)


def read() -> list[Story]:
    stories = {row[0]: _story(row) for row in _rows(APPEALS)}
    for query, told in BESIDE.items():
        for pk, *facts in _rows(query):
            told(stories[pk], *facts)
    return list(stories.values())


def change_some(dice: random.Random, stories: list[Story]) -> None:
    """What the generator does not tell, and changes that no fold has seen yet."""
    some = dice.sample([s for s in stories if s.fate == "answered"], N_CHANGED)
    free = [s for s in stories if s.origin is None and s.fate == "registered"]
    Handover.objects.bulk_create(
        Handover(
            appeal_id=one.id,
            successor_id=other.id,
            kind="part",
            reason="x",
            made_at=one.received + THREE_DAYS,
        )
        for one, other in zip(some, free, strict=False)
    )
    Appeal.objects.filter(pk__in=[s.id for s in some[::2]]).update(topic=None, is_confidential=True)


def grouped(stories: list[Story], by: str | None) -> dict[str, list[Story]]:
    if by is None:
        return {"": stories}
    groups: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        groups[KEYS[by](story)].append(story)
    return groups


def values(stories: Iterable[Story], period: Period, today: date) -> dict[str, Any]:
    return recount.values(stories, period, today)


def _story(row: tuple[Any, ...]) -> Story:
    told = dict(
        zip(
            (*("id", "body", "fate", "kind", "channel", "topic", "language", "territory", "group"),
             *("origin", "is_confidential", "received", "registered", "due_on", "due", "closed", "outcome")),
            row,
            strict=True,
        )
    )  # fmt: skip
    due_on = told.pop("due_on")
    return Story(**(told | {"due": due_on or told["due"]}))


def _set(story: Story, **told: Any) -> None:
    for name, value in told.items():
        setattr(story, name, value)


def _rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
