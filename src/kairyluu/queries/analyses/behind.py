"""Appeals one by one as a table for who works with figures: what they are counted by, and nothing that says whose they are.

No name, address, text, number or village. Confidential appeals, those whose acceptance waits above and complaints about somebody are left
out (decision record 0025): with a body and a day such a row would tell of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from kairyluu.data.figures.happenings import COLUMNS, DAYS, EXTENDED, LATE, Statement
from kairyluu.queries.figures import SEALED
from kairyluu.queries.figures.dimensions import keys_of
from kairyluu.rules.figures.periods import Period

_DAY = "({} AT TIME ZONE 'Asia/Bishkek')::date"
_SENT = "CASE WHEN a.state = 'answered' THEN {} END"
_APART = f"({SEALED.gone})"
# Name of the column and what stands in it; names of reference rows in the language that is asked for.
_FIELDS = {
    "body": "b.code",
    "body_name": "b.name_{language}",
    "received_on": _DAY.format("a.received_at"),
    "registered_on": "a.registered_on",
    "due_on": "a.consideration_due_on",
    "closed_on": "CASE WHEN NOT a.is_open THEN a.closed_on END",
    "state": "a.state",
    "kind": "a.kind",
    "channel": "c.code",
    "channel_name": "c.name_{language}",
    "form": "c.form",
    "source": "nullif(c.block_c, '')",
    "topic": "coalesce(u.code, t.code)",
    "topic_name": "coalesce(u.name_{language}, t.name_{language})",
    "subtopic": "CASE WHEN u.id IS NOT NULL THEN t.code END",
    "region": "r.region",
    "applicants": COLUMNS["applicant_group"],
    "language": COLUMNS["language"],
    "outcome": "o.code",
    "outcome_name": "o.name_{language}",
    "ground": f"(SELECT g.code FROM reference_refusalground g WHERE g.id::text = {COLUMNS['ground']})",  # noqa: S608 - constants
    "extended": f"CASE WHEN {EXTENDED} THEN 'yes' END",
    "late": _SENT.format(f"CASE WHEN {LATE} THEN 'yes' ELSE 'no' END"),
    "days": _SENT.format(DAYS),
    "score": "(SELECT v.score FROM appeals_rating v WHERE v.appeal_id = a.id)",
    "under_control": COLUMNS["under_control"],
}
_FROM = """
FROM appeals_appeal a JOIN agencies_body b ON b.id = a.body_id
LEFT JOIN reference_channel c ON c.id = a.channel_id
LEFT JOIN reference_topic t ON t.id = a.topic_id LEFT JOIN reference_topic u ON u.id = t.parent_id
LEFT JOIN reference_outcome o ON o.id = a.outcome_id
LEFT JOIN unnest(%s::text[], %s::text[]) AS r (territory, region) ON r.territory = """
LANGUAGES = ("ky", "ru", "en")  # columns of the reference tables: nothing else is written into the statement


def count_rows(period: Period, bodies: frozenset[int] | None) -> tuple[int, int]:
    """How many came in the period: those of the table, and those left out."""
    where, values = _where(period, bodies)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FILTER (WHERE NOT {_APART}), count(*) FILTER (WHERE {_APART}) FROM appeals_appeal a {where}",  # noqa: S608 - constants
            values,
        )
        shown, apart = cursor.fetchone()
    return shown, apart


def stream_rows(period: Period, bodies: frozenset[int] | None, language: str) -> Iterator[bytes]:
    """CSV in UTF-8, a line at a time, the header first; the database sends them as it reads, so memory does not grow with them."""
    if language not in LANGUAGES:
        raise ValueError(language)
    where, values = _where(period, bodies)
    fields = ", ".join(f"{said.format(language=language)} AS {name}" for name, said in _FIELDS.items())
    regions = keys_of("region_applicant").known or {}
    source = f"{_FROM}{COLUMNS['territory']} {where} AND NOT {_APART}"
    sql = f"COPY (SELECT {fields} {source}) TO STDOUT (FORMAT csv, HEADER)"
    with (
        connection.cursor() as cursor,
        cursor.copy(sql, [list(regions), list(regions.values()), *values]) as rows,
    ):
        for row in rows:
            yield bytes(row)


def _where(period: Period, bodies: frozenset[int] | None) -> Statement:
    moment = "%s::date::timestamp AT TIME ZONE 'Asia/Bishkek'"
    where = (
        f"WHERE a.received_at >= {moment} AND a.received_at < {moment.replace('%s::date', '(%s::date + 1)')}"
    )
    values: list[Any] = [period.first, period.last]
    if bodies is not None:
        where += " AND a.body_id = ANY (%s)"
        values.append(sorted(bodies))
    return where, values
