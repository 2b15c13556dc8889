"""What happened to appeals, as SQL: the one place where the definitions of `rules.figures.catalogue` meet the tables.

`happenings(...)` is a statement whose rows are (appeal_id, body_id, happening, day, value) and the asked columns of `COLUMNS`. Each
group below reads the table on whose day its happenings stand, so that a period or a list of appeals is found by index.
Everything written into the text is a constant of this module; values are parameters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kairyluu.rules.figures.catalogue import HAPPENINGS

Statement = tuple[str, list[Any]]


@dataclass(frozen=True)
class Group:
    """`day` is a date, or a moment where `is_moment`; `what` says of each happening when it is one, with its value."""

    source: str
    day: str
    what: dict[str, tuple[str, str]]
    where: str = ""
    is_moment: bool = False


ALWAYS, NOTHING = "true", "0"
_POSITIVE = "(SELECT o.counts_as_positive FROM reference_outcome o WHERE o.id = a.outcome_id)"
# What an earlier register said stands beside what was decided here.
EXTENDED = (
    "(EXISTS (SELECT 1 FROM appeals_extension y WHERE y.appeal_id = a.id)"
    " OR EXISTS (SELECT 1 FROM appeals_legacyrow y WHERE y.appeal_id = a.id AND y.is_extended))"
)
_COPIED = "EXISTS (SELECT 1 FROM appeals_nearcopy y WHERE y.appeal_id = a.id)"
_SENT = "a.state = 'answered'"
LATE, DAYS = "a.closed_on > a.consideration_due_on", "greatest(a.closed_on - a.registered_on, 0)"
_FIRST = "NOT EXISTS (SELECT 1 FROM {table} y WHERE y.appeal_id = x.appeal_id{more} AND (y.made_at, y.id) < (x.made_at, x.id))"

GROUPS = (
    Group(
        "appeals_appeal a",
        "a.received_at",
        {
            "received": (ALWAYS, NOTHING),
            "lodged": ("a.origin_id IS NULL", NOTHING),
            "confidential": ("a.is_confidential", NOTHING),
        },
        is_moment=True,
    ),
    Group(
        "appeals_appeal a",
        "a.registered_on",
        {"registered": (ALWAYS, NOTHING)},
        where="a.registered_on IS NOT NULL",
    ),
    Group(
        "appeals_appeal a",
        "a.closed_on",
        {
            "answered": (_SENT, NOTHING),
            "late": (f"{_SENT} AND {LATE}", NOTHING),
            "answered_extended": (f"{_SENT} AND {EXTENDED}", NOTHING),
            "complaint_answered": (f"{_SENT} AND a.kind = 'complaint'", NOTHING),
            "restored": (f"{_SENT} AND a.kind = 'complaint' AND {_POSITIVE}", NOTHING),
            "positive": (f"{_SENT} AND {_POSITIVE}", NOTHING),
            "near_copy": (f"{_SENT} AND {_COPIED}", NOTHING),
            "refused": ("a.state = 'refused'", NOTHING),
            "forwarded": ("a.state = 'forwarded'", NOTHING),
            "withdrawn": ("a.state = 'withdrawn'", NOTHING),
            "merged": ("a.state = 'merged'", NOTHING),
            "unanswered": ("a.state = 'unanswered'", NOTHING),
            "days": (_SENT, DAYS),
        },
        where="NOT a.is_open",
    ),
    Group("appeals_appeal a", "a.due_on", {"due_open": (ALWAYS, NOTHING)}, where="a.is_open"),
    Group(
        "appeals_extension x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "x.made_at",
        {"extended": (ALWAYS, NOTHING)},
        where=_FIRST.format(table="appeals_extension", more=""),
        is_moment=True,
    ),
    Group(
        "appeals_legacyrow x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "a.registered_on",  # the register does not say the day
        {"extended": (ALWAYS, NOTHING)},
        where="x.is_extended",
    ),
    Group(
        "appeals_handover x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "x.made_at",
        {"forwarded_part": (ALWAYS, NOTHING)},
        where="x.kind = 'part' AND " + _FIRST.format(table="appeals_handover", more=" AND y.kind = 'part'"),
        is_moment=True,
    ),
    Group(
        "appeals_handover x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "x.made_at",
        {"reviewed": (ALWAYS, NOTHING)},
        where="x.kind = 'review'",
        is_moment=True,
    ),
    Group(
        "appeals_answer x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "x.returned_at",
        {"returned": (ALWAYS, NOTHING)},
        where="x.returned_at IS NOT NULL",
        is_moment=True,
    ),
    Group(
        "appeals_rating x JOIN appeals_appeal a ON a.id = x.appeal_id",
        "x.rated_at",
        {"rated": (ALWAYS, "x.score"), "resolved": ("x.is_resolved", NOTHING)},
        is_moment=True,
    ),
)

# What an appeal is broken down by, as it is kept: text, NULL where it is not known.
COLUMNS = {
    "channel": "a.channel_id::text",
    "kind": "a.kind::text",
    "topic": "a.topic_id::text",
    "language": "nullif(a.reply_language, '')::text",
    "territory": "(SELECT p.home_territory_id::text FROM appeals_applicant p WHERE p.appeal_id = a.id AND p.role = 'main')",
    "applicant_group": "CASE WHEN (SELECT p.is_organisation FROM appeals_applicant p WHERE p.appeal_id = a.id"
    " AND p.role = 'main') THEN 'organisation' WHEN a.is_collective THEN 'collective' ELSE 'person' END",
    "outcome": "a.outcome_id::text",
    "ground": "coalesce((SELECT f.ground_id FROM appeals_refusal f WHERE f.appeal_id = a.id),"
    " (SELECT l.ground_id FROM appeals_legacyrow l WHERE l.appeal_id = a.id))::text",
    "under_control": "CASE WHEN a.is_under_control OR EXISTS (SELECT 1 FROM appeals_controlmark m"
    " WHERE m.appeal_id = a.id) OR EXISTS (SELECT 1 FROM appeals_legacyrow l"
    " WHERE l.appeal_id = a.id AND l.was_under_control) THEN 'yes' END",
    "urgent_class": "(SELECT u.urgent_class_id::text FROM alarms_alarm u WHERE u.appeal_id = a.id AND NOT u.is_drill ORDER BY u.id LIMIT 1)",
}


def happenings(
    of: Collection[str],
    columns: Sequence[str] | Mapping[str, str] = (),
    *,
    between: tuple[dt.date, dt.date] | None = None,
    bodies: Collection[int] | None = None,
    appeals: str = "",
    which: str = "",
) -> Statement:
    """`columns` are names, or names with what stands under them; `between` two days, both included; `appeals` is an expression of
    an array of ids, `which` a condition on the appeal `a`: all without parameters."""
    named = columns if isinstance(columns, Mapping) else {name: COLUMNS[name] for name in columns}
    more = "".join(f", {text} AS {name}" for name, text in named.items())
    parts: list[str] = []
    values: list[Any] = []
    for group in GROUPS:
        wanted = {name: said for name, said in group.what.items() if name in of}
        if wanted:
            text, given = _part(group, wanted, more, between, bodies)
            listed = f" AND a.id = ANY ({appeals})" if appeals else ""
            parts.append(text + listed + (f" AND {which}" if which else ""))
            values += given
    return "\nUNION ALL\n".join(parts), values


def _part(
    group: Group,
    wanted: dict[str, tuple[str, str]],
    more: str,
    between: tuple[dt.date, dt.date] | None,
    bodies: Collection[int] | None,
) -> Statement:
    day = f"({group.day} AT TIME ZONE 'Asia/Bishkek')::date" if group.is_moment else group.day
    listed = ", ".join(
        f"({HAPPENINGS[name]}::smallint, ({value})::int, {holds})" for name, (holds, value) in wanted.items()
    )
    conditions = ["e.holds"]
    values: list[Any] = []
    if group.where:
        conditions.append(group.where)
    if between:
        conditions.append(_within(group))
        values += list(between)
    if bodies is not None:
        conditions.append("a.body_id = ANY (%s)")
        values.append(sorted(bodies))
    text = (
        f"SELECT a.id AS appeal_id, a.body_id, e.happening, {day} AS day, e.value{more}"
        f"\nFROM {group.source} CROSS JOIN LATERAL (VALUES {listed}) AS e (happening, value, holds)"
        f"\nWHERE {' AND '.join(conditions)}"
    )
    return text, values


def _within(group: Group) -> str:
    if not group.is_moment:
        return f"{group.day} BETWEEN %s AND %s"
    zone = "AT TIME ZONE 'Asia/Bishkek'"
    return f"{group.day} >= %s::date::timestamp {zone} AND {group.day} < (%s::date + 1)::timestamp {zone}"
