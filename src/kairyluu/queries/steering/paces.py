"""How long answers usually take: counted from what was answered, and kept for the screens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Assignment, Pace
from kairyluu.queries.directory import directory
from kairyluu.rules import states
from kairyluu.rules.steering.risk import BODY, EXECUTOR, TOPIC, Usual, usual_pace
from kairyluu.rules.workdays import date_in_bishkek

SPAN = timedelta(days=365)
_Key = tuple[int | None, int | None]


def count_paces(body: Body, today: date) -> list[Pace]:
    """Not saved: of each responsible executor, each topic and the whole body, over a year."""
    calendar = directory().calendar_for(body)
    answered = Assignment.objects.filter(
        is_lead=True,
        is_current=True,
        appeal__body=body,
        appeal__state=states.ANSWERED,
        appeal__closed_on__gte=today - SPAN,
    )
    days: dict[_Key, list[int]] = defaultdict(list)
    values = ("executor_id", "appeal__topic_id", "resolution__made_at", "appeal__closed_on")
    for executor_id, topic_id, began_at, closed_on in answered.order_by().values_list(*values).iterator(5000):
        used = max(calendar.working_days_between(date_in_bishkek(began_at), closed_on), 0)
        for key in {(None, None), (executor_id, None), (None, topic_id)}:
            days[key].append(used)
    return [_pace(body, key, used, today) for key, used in days.items()]


def _pace(body: Body, key: _Key, used: list[int], today: date) -> Pace:
    official_id, topic_id = key
    return Pace(
        body=body,
        official_id=official_id,
        topic_id=topic_id,
        n=len(used),
        median=ceil(median(used)),
        measured_on=today,
    )


@dataclass(frozen=True)
class Paces:
    """The kept paces of some bodies."""

    by_official: dict[tuple[int, int], Usual]
    by_topic: dict[tuple[int, int], Usual]
    by_body: dict[int, Usual]
    least: int

    def usual(self, body_id: int, official_id: int, topic_id: int | None) -> Usual | None:
        return usual_pace(
            self.by_official.get((body_id, official_id)),
            self.by_topic.get((body_id, topic_id or 0)),
            self.by_body.get(body_id),
            self.least,
        )

    def own(self, body_id: int, official_id: int) -> int | None:
        """The median of one executor, where enough of his answers are known."""
        pace = self.by_official.get((body_id, official_id))
        return pace.median if pace is not None and pace.n >= self.least else None


def find_paces(body_ids: Iterable[int]) -> Paces:
    """One query."""
    found = Paces({}, {}, {}, directory().number("risk_sample"))
    for pace in Pace.objects.filter(body_id__in=set(body_ids)).order_by():
        if pace.official_id:
            found.by_official[pace.body_id, pace.official_id] = _usual(EXECUTOR, pace)
        elif pace.topic_id:
            found.by_topic[pace.body_id, pace.topic_id] = _usual(TOPIC, pace)
        else:
            found.by_body[pace.body_id] = _usual(BODY, pace)
    return found


def _usual(of: str, pace: Pace) -> Usual:
    return Usual(of=of, n=pace.n, median=pace.median)
