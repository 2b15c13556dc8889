"""Appeals that are taken out of counts, so that no number tells somebody of what is hidden from him (decision record 0025).

Conditions are SQL on the appeal `a`, made of constants and row ids: they go into the statement that counts, so that both are of one
moment."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from kairyluu.rules.facts import Actor


@dataclass(frozen=True)
class Apart:
    """What is `gone` counts nowhere. What is `veiled` counts, and stands under no key of what the appeal or its applicant says: in a
    breakdown by topic, kind, channel or village it is where nothing is given. Empty: nothing is. `parts` of what is gone have no appeal
    in common and are found by index, each by itself; so are the confidential ones that are not `unveiled`: sums are kept of all
    confidential ones together."""

    gone: str = ""
    veiled: str = ""
    unveiled: str = ""
    parts: tuple[str, ...] = ()


NOBODY = Apart()

# What the people of the body that considers it do not all see: it names somebody (record 0013), went above because of that,
# or is confidential (record 0017).
SEALED = Apart(
    gone="(a.is_confidential OR a.is_withheld"
    " OR EXISTS (SELECT 1 FROM appeals_complainttarget t WHERE t.appeal_id = a.id))",
    parts=(
        "(a.is_confidential OR a.is_withheld)",
        "NOT (a.is_confidential OR a.is_withheld)"
        " AND a.id = ANY (ARRAY(SELECT t.appeal_id FROM appeals_complainttarget t))",
    ),
)


def kept_from(actor: Actor) -> Apart:
    """Gone is what concerns him; veiled what is confidential and does not name him among those who see it."""
    if actor.official_id is None:
        return NOBODY
    who = int(actor.official_id)
    mine = sorted({post.body_id for post in actor.posts})
    tops = sorted({post.body_id for post in actor.posts if post.body_path.count("/") == 1})
    untold = f"SELECT kairyluu_not_told_of({who}, {_array(mine)}, {_array(tops)})"
    named = f"SELECT n.appeal_id FROM appeals_confidant n WHERE n.official_id = {who}"  # noqa: S608 - a number
    return Apart(
        gone=f"a.id IN ({untold})",
        veiled=f"a.is_confidential AND (a.id IN ({named}) OR a.id IN ({untold})) IS NOT TRUE",
        unveiled=f"a.is_confidential AND a.id = ANY (ARRAY({named} UNION {untold}))",
        parts=(f"a.id = ANY (ARRAY({untold}))",),
    )


def count_gone(apart: Apart) -> int:
    """How many there are: what was counted for somebody before holds no more when another has come."""
    if not apart.parts:
        return 0
    counted = " + ".join(f"(SELECT count(*) FROM appeals_appeal a WHERE {part})" for part in apart.parts)  # noqa: S608 - constants
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted}")
        return int(cursor.fetchone()[0])


def _array(ids: list[int]) -> str:
    return f"ARRAY[{', '.join(str(int(pk)) for pk in ids)}]::bigint[]"
