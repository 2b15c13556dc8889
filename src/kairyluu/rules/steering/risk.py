"""Whether an answer will be late at the pace so far: a hint to the head, no term of the law.

The pace is the median of working days from the resolution to the answer, of the executor and on the topic; the slower
of the two counts. With too few answers of either, the whole body's pace stands in.
"""

from __future__ import annotations

from dataclasses import dataclass

EXECUTOR, TOPIC, BODY = "executor", "topic", "body"


@dataclass(frozen=True, kw_only=True)
class Usual:
    """A pace: `median` working days over `n` answers; `of` is executor, topic or body."""

    of: str
    n: int
    median: int


@dataclass(frozen=True, kw_only=True)
class Risk:
    """At the usual pace `needed` working days are still needed and only `left` are left; `used` have passed."""

    usual: Usual
    used: int
    left: int
    needed: int


def usual_pace(executor: Usual | None, topic: Usual | None, body: Usual | None, least: int) -> Usual | None:
    """The pace to expect; none where nobody has answered `least` appeals yet."""
    known = [pace for pace in (executor, topic) if pace is not None and pace.n >= least]
    if known:
        return max(known, key=lambda pace: pace.median)
    return body if body is not None and body.n >= least else None


def risk_of(usual: Usual | None, used: int, left: int) -> Risk | None:
    """None where the days left suffice or the day has passed. Whoever needs longer than usual needs a day at least."""
    if usual is None or left < 0:
        return None
    needed = max(usual.median - used, 1)
    return Risk(usual=usual, used=used, left=left, needed=needed) if needed > left else None
