"""Who is reminded of a duty, and on which working day before or after its day.

Resolution No. 463, clauses 3, 4 and 6: control that consideration is timely lies with the executor, then the head, then
the body above. The steps are data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REGISTRATION, CONSIDERATION, INTERNAL = "registration", "consideration", "internal"
CONTROL_REQUEST, PROMISE = "control_request", "promise"
SILENCE = "silence"  # the applicant did not reply by the day: no step of its own, told once
BY_LAW = frozenset({REGISTRATION, CONSIDERATION})
EXECUTOR, HEAD, SUPERIOR = "executor", "head", "superior"
LATE, TODAY, COMING, SILENT = "late", "today", "coming", "silent"

_NUMBER = re.compile(r"-?[0-9]{1,3}")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Steps are working days before the day, 0 the day itself; `each_day_after`: every working day after it. The head
    and the body above are told from the step `head_from` and `superior_from` on; -1 is the first day after."""

    steps: frozenset[int]
    each_day_after: bool
    head_from: int
    superior_from: int

    @property
    def furthest(self) -> int:
        """The earliest step, in working days before the day."""
        return max(self.steps, default=0)


def read_plan(steps: str, head_from: int, superior_from: int) -> Plan:
    """`steps` as the setting has it: `5|2|1|0|-1`; any negative number means each working day after. What is no
    number is passed over: a slip in a setting must not silence the morning."""
    numbers = [int(part) for part in steps.split("|") if _NUMBER.fullmatch(part.strip())]
    return Plan(
        steps=frozenset(n for n in numbers if n >= 0),
        each_day_after=any(n < 0 for n in numbers),
        head_from=head_from,
        superior_from=superior_from,
    )


def is_told(plan: Plan, left: int) -> bool:
    """Whether anybody is told with `left` working days to the day, negative after it."""
    return plan.each_day_after if left < 0 else left in plan.steps


def tiers(plan: Plan, duty: str, left: int) -> tuple[str, ...]:
    """Whom it reaches today. An internal day is the body's own matter: never the body above. Of an applicant's silence
    only those who work on the appeal learn."""
    if duty == SILENCE:
        return (EXECUTOR,)
    if not is_told(plan, left):
        return ()
    found = [EXECUTOR]
    if left <= plan.head_from:
        found.append(HEAD)
    if left <= plan.superior_from and duty != INTERNAL:
        found.append(SUPERIOR)
    return tuple(found)


def urgency(left: int) -> str:
    """The heading of the digest a line stands under, the most urgent first."""
    if left < 0:
        return LATE
    return TODAY if left == 0 else COMING
