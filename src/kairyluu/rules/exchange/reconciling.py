"""Where our register and that of the document system differ, and what cures it. H19: an appeal of the hotline is
registered in both; the two shall say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kairyluu.rules.exchange import second_entries as second

NOT_SENT, GIVEN_UP, WAITING_LONG = "not_sent", "given_up", "waiting_long"
NOT_THERE, NUMBER_DIFFERS, NUMBER_THERE = "not_there", "number_differs", "number_there"
KIND_DIFFERS, CHANGED_SINCE, UNKNOWN_HERE, GAP = (
    "kind_differs",
    "changed_since",
    "unknown_here",
    "package_gap",
)
CODES = (
    NOT_SENT,
    GIVEN_UP,
    WAITING_LONG,
    NOT_THERE,
    NUMBER_DIFFERS,
    NUMBER_THERE,
    KIND_DIFFERS,
    CHANGED_SINCE,
    UNKNOWN_HERE,
    GAP,
)
SEND, SEND_AGAIN, TAKE_NUMBER, SEND_CHANGE = "send", "send_again", "take_number", "send_change"
# The act that cures each; for the others a person has to look on both sides.
CURES = {
    NOT_SENT: SEND,
    GIVEN_UP: SEND_AGAIN,
    WAITING_LONG: SEND_AGAIN,
    NOT_THERE: SEND_AGAIN,
    NUMBER_DIFFERS: TAKE_NUMBER,
    NUMBER_THERE: TAKE_NUMBER,
    KIND_DIFFERS: SEND_CHANGE,
    CHANGED_SINCE: SEND_CHANGE,
}
LONG = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Ours:
    """One registration of ours; `is_stale`: what was told last does not hold any more, and no later message waits."""

    state: str
    number: str
    on: date | None
    kind: str
    made_at: datetime
    is_stale: bool


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """One line of their register; `kind` may be empty: not told."""

    number: str
    on: date
    kind: str = ""


def difference(ours: Ours, theirs: Theirs | None, *, is_told: bool, now: datetime) -> str:
    """The first that holds, empty where both agree. `is_told`: the other side showed its register, so that a missing
    line means something. Nobody compares what is on its way: a registration counts as missing after a day."""
    if theirs is not None and ours.state != second.REGISTERED:
        return NUMBER_THERE
    if ours.state == second.DEAD:
        return GIVEN_UP
    if ours.state != second.REGISTERED:
        return WAITING_LONG if now - ours.made_at > LONG else ""
    if theirs is None:
        return NOT_THERE if is_told else (CHANGED_SINCE if ours.is_stale else "")
    if (theirs.number, theirs.on) != (ours.number, ours.on):
        return NUMBER_DIFFERS
    if theirs.kind and theirs.kind != ours.kind:
        return KIND_DIFFERS
    return CHANGED_SINCE if ours.is_stale else ""


def gaps(taken: Mapping[int, object], last: int) -> list[int]:
    """Numbers of packages up to the last one that never came, the first hundred."""
    return [n for n in range(1, last) if n not in taken][:100]
