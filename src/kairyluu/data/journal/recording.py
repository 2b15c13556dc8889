"""Writing the journal: the only way in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kairyluu.data.journal.models import Entry, Look
from kairyluu.rules.facts import Actor


def record(  # noqa: PLR0913 - an entry has this many facts, all by keyword
    act: str,
    *,
    actor: Actor,
    now: datetime,
    appeal_id: UUID | None = None,
    body_code: str = "",
    facts: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """One act into the journal; `facts` must be plain JSON values."""
    entry = entry_of(
        act, actor=actor, now=now, appeal_id=appeal_id, body_code=body_code, facts=facts, reason=reason
    )
    entry.save(force_insert=True)
    return entry


def entry_of(  # noqa: PLR0913 - as of `record`
    act: str,
    *,
    actor: Actor,
    now: datetime,
    appeal_id: UUID | None = None,
    body_code: str = "",
    facts: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Entry:
    """The entry that `record` writes, not saved yet: where many are written at once."""
    who = _who(actor, body_code)
    return Entry(
        act=act,
        at=now,
        appeal_id=appeal_id,
        body_code=body_code,
        facts=dict(facts or {}),
        reason=reason,
        **who,
    )


def record_groups(
    entry: Entry, appeals: Sequence[tuple[UUID, int]], facts: Sequence[Mapping[str, Any]]
) -> int:
    """The same entry for many appeals in one statement; each appeal comes with the number of its facts, from 1."""
    own = ("id", "appeal_id", "facts")
    shared = [field for field in Entry._meta.concrete_fields if field.attname not in own]
    values = [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in shared]
    ids, groups = ",".join(str(pk) for pk, _ in appeals), ",".join(str(n) for _, n in appeals)
    columns, places = ", ".join(str(field.column) for field in shared), ", ".join("%s" for _ in shared)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO journal_entry (appeal_id, facts, {columns}) "  # noqa: S608 - names of columns
            f"SELECT due.appeal_id, said.facts, {places} "
            "FROM unnest(string_to_array(%s, ',')::uuid[], string_to_array(%s, ',')::int[]) "
            "AS due (appeal_id, n) JOIN jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS said (facts, n) "
            "ON said.n = due.n",
            [*values, ids, groups, json.dumps([dict(one) for one in facts], ensure_ascii=False)],
        )
        return int(cursor.rowcount)


def record_for_each(entry: Entry, appeals: Sequence[tuple[UUID, str]]) -> int:
    """The same entry for many appeals, each with the code of its body, in one statement: where an act of the system's
    keeper touches tens of thousands."""
    shared = [
        field
        for field in Entry._meta.concrete_fields
        if field.attname not in ("id", "appeal_id", "body_code")
    ]
    columns = ", ".join(str(field.column) for field in shared)
    places = ", ".join("%s" for _ in shared)
    values = [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in shared]
    ids, bodies = [str(appeal_id) for appeal_id, _ in appeals], [body for _, body in appeals]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO journal_entry (appeal_id, body_code, {columns}) "  # noqa: S608 - names of columns
            f"SELECT touched.appeal_id, touched.body_code, {places} "
            "FROM unnest(%s::uuid[], %s::text[]) AS touched (appeal_id, body_code)",
            [*values, ids, bodies],
        )
        return int(cursor.rowcount)


def record_look(
    what: str,
    *,
    actor: Actor,
    now: datetime,
    appeal_id: UUID | None = None,
    appeal_ids: Sequence[UUID] | None = None,
    body_code: str = "",
    **facts: Any,
) -> Look:
    """Somebody saw personal data: of one appeal, or with `appeal_ids` a list of several."""
    return Look.objects.create(
        what=what,
        at=now,
        appeal_id=appeal_id,
        appeal_ids=None if appeal_ids is None else list(appeal_ids),
        body_code=body_code,
        facts=facts,
        **_who(actor, body_code),
    )


def _who(actor: Actor, body_code: str) -> dict[str, Any]:
    posts = [p for p in actor.posts if p.body_code == body_code] or list(actor.posts)
    return {
        "actor_kind": actor.kind,
        "actor_account": actor.account_id,
        "actor_official": actor.official_id,
        "actor_name": actor.name,
        "actor_post": "; ".join(dict.fromkeys(p.title_ky or p.role for p in posts)),
    }
