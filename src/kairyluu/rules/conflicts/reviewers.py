"""Which body above looks at an answer again: one with a head who had no hand in the first consideration.

Law No. 67 gives the right to complain about an answer to a higher body (the wording was not read, see domain 2.3);
that the same person never judges his own answer is a safeguard derived from it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Bench:
    """A body above. `may_consider`: open, and neither it nor its head nor a body above is complained about;
    `decider_ids` are its heads and deputies today."""

    body_id: int
    may_consider: bool = True
    decider_ids: frozenset[int] = field(default_factory=frozenset)


def reviewer_of(benches: Sequence[Bench], kept_out: Collection[int]) -> int | None:
    """The nearest body that may consider it and has somebody free; where none has, the highest of them keeps it.

    `benches` go from the body next above to the top. None: no body may consider it."""
    may = [bench for bench in benches if bench.may_consider]
    if not may:
        return None
    return next((bench for bench in may if not has_nobody(bench.decider_ids, kept_out)), may[-1]).body_id


def has_nobody(decider_ids: Collection[int], kept_out: Collection[int]) -> bool:
    """Whether every head is kept out. A body without a head on record waits for one: it is not passed over."""
    return bool(decider_ids) and set(decider_ids) <= set(kept_out)
