"""The digest over a journal: the same for the same entries, another one for anything else."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import pytest

from kairyluu.rules.steering.chaining import canonical, chain, first_link

APPEAL = "0196f5b0-0000-7000-8000-000000000001"
AT = dt.datetime(2026, 3, 10, 4, 0, tzinfo=dt.UTC)
ENTRIES: list[dict[str, Any]] = [
    {"id": 1, "at": AT, "act": "submit", "facts": {"б": 1, "a": [True, None]}, "reason": ""},
    {"id": 2, "at": AT, "act": "register", "facts": {"number": "АЛ-1"}, "reason": "Үй"},
]


def test_the_spelling_is_fixed() -> None:
    assert canonical(ENTRIES[0]) == (
        '{"act":"submit","at":"2026-03-10T04:00:00.000000+00:00","facts":{"a":[true,null],"б":1},"id":1,"reason":""}'
    )


def test_anybody_can_count_it_again_with_sha256_alone() -> None:
    first = hashlib.sha256(f"kairyluu-proof-1\n{APPEAL}".encode()).hexdigest()
    link = hashlib.sha256(f"{first}\n{canonical(ENTRIES[0])}".encode()).hexdigest()

    assert chain(APPEAL, ENTRIES)[0] == link
    assert first_link(APPEAL) == first


def test_the_same_moment_in_another_zone_is_the_same() -> None:
    there = {**ENTRIES[0], "at": AT.astimezone(dt.timezone(dt.timedelta(hours=6)))}

    assert chain(APPEAL, [there]) == chain(APPEAL, ENTRIES[:1])


@pytest.mark.parametrize(
    "changed",
    [
        [{**ENTRIES[0], "reason": " "}, ENTRIES[1]],
        [{**ENTRIES[0], "facts": {"б": 2, "a": [True, None]}}, ENTRIES[1]],
        [{**ENTRIES[0], "at": AT + dt.timedelta(microseconds=1)}, ENTRIES[1]],
        ENTRIES[::-1],
        ENTRIES[1:],
        ENTRIES[:1],
        [],
    ],
)
def test_whatever_is_changed_left_out_or_moved_changes_the_digest(changed: list[dict[str, Any]]) -> None:
    assert chain(APPEAL, changed)[-1:] != chain(APPEAL, ENTRIES)[-1:]


def test_two_appeals_with_the_same_entries_differ() -> None:
    assert chain(APPEAL, ENTRIES) != chain("another", ENTRIES)
