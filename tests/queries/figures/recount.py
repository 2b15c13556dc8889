"""Every figure once more, in plain Python from the stories: what the statements of the database are held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil
from typing import Any

from kairyluu.rules.figures.periods import Period, bucket
from kairyluu.rules.workdays import BISHKEK
from tests.factories.histories import CLOSED, Story

POSITIVE = ("satisfied", "partly_satisfied")
Days = Callable[[Story], date | None]


def _on(moment: datetime | None) -> date | None:
    return moment.astimezone(BISHKEK).date() if moment else None


def _closed_as(*fates: str) -> Days:
    return lambda s: s.closed if s.fate in fates else None


def _sent_if(holds: Callable[[Story], bool]) -> Days:
    return lambda s: s.closed if s.fate == "answered" and holds(s) else None


def _late(s: Story) -> bool:
    return s.closed is not None and s.closed > s.due


# Count -> the day on which a story is one of it.
COUNTS: dict[str, Days] = {
    "received": lambda s: _on(s.received),
    "lodged": lambda s: None if s.origin else _on(s.received),
    "confidential": lambda s: _on(s.received) if s.is_confidential else None,
    "registered": lambda s: s.registered,
    "answered": _closed_as("answered"),
    "answered_in_time": _sent_if(lambda s: not _late(s)),
    "answered_late": _sent_if(_late),
    "answered_extended": _sent_if(lambda s: bool(s.extended)),
    "complaints_answered": _sent_if(lambda s: s.kind == "complaint"),
    "restored": _sent_if(lambda s: s.kind == "complaint" and s.outcome in POSITIVE),
    "positive": _sent_if(lambda s: s.outcome in POSITIVE),
    "near_copies": _sent_if(lambda s: s.is_copy),
    "refused": _closed_as("refused"),
    "forwarded": _closed_as("forwarded"),
    "withdrawn": _closed_as("withdrawn"),
    "merged": _closed_as("merged"),
    "closed": _closed_as(*CLOSED),
    "extended": lambda s: _on(min(s.extended, default=None)),
    "forwarded_in_part": lambda s: _on(min(s.parts, default=None)),
    "reviewed": lambda s: _on(s.reviewed),
    "returned": lambda s: _on(s.returned),
    "rated": lambda s: _on(s.rated),
    "satisfied": lambda s: _on(s.rated) if s.score >= 4 else None,
    "resolved": lambda s: _on(s.rated) if s.is_resolved else None,
}
SHARES = {
    "share_in_time": ("answered_in_time", "answered"),
    "share_late": ("answered_late", "answered"),
    "share_extended": ("answered_extended", "answered"),
    "share_positive": ("positive", "answered"),
    "share_near_copies": ("near_copies", "answered"),
    "share_restored": ("restored", "complaints_answered"),
    "share_refused": ("refused", "closed"),
    "share_forwarded": ("forwarded", "closed"),
    "share_satisfied": ("satisfied", "rated"),
    "share_resolved": ("resolved", "rated"),
}
REGIONS = {"": "", "kg-o-alai": "kg-o", "kg-gb": "kg-gb"}
SOURCES = {
    "portal": "electronic",
    "post": "other",
    "trust_telephone": "",
    "from_president": "president_apparatus",
}
FORMS = {"portal": "electronic", "post": "written", "trust_telephone": "oral", "from_president": "written"}
KEYS: dict[str, Callable[[Story], str]] = {
    "body": lambda s: s.body,
    "channel": lambda s: s.channel,
    "form": lambda s: FORMS[s.channel],
    "source_body": lambda s: SOURCES[s.channel],
    "kind": lambda s: s.kind,
    "topic": lambda s: s.topic.split(".")[0],
    "subtopic": lambda s: s.topic if "." in s.topic else "",
    "territory_applicant": lambda s: s.territory,
    "region_applicant": lambda s: REGIONS[s.territory],
    "applicant_group": lambda s: s.group,
    "outcome": lambda s: s.outcome,
    "ground": lambda s: s.ground,
    "language": lambda s: s.language,
    "under_control": lambda s: "yes" if s.is_controlled else "",
    "urgent_class": lambda s: s.urgent,
}
TIMES = ("day", "week", "month", "quarter", "half_year", "year")


def values(stories: Iterable[Story], period: Period, today: date) -> dict[str, Any]:
    told = list(stories)

    def inside(day: date | None) -> bool:
        return day is not None and period.first <= day <= period.last

    found: dict[str, Any] = {code: sum(inside(day(s)) for s in told) for code, day in COUNTS.items()}
    end = period.last
    found["in_consideration"] = (
        sum(bool(s.registered and s.registered <= end and not (s.closed and s.closed <= end)) for s in told)
        if period.first <= today
        else 0
    )
    found["overdue_now"] = sum(s.closed is None and inside(s.due) and s.due < today for s in told)
    for code, (part, base) in SHARES.items():
        found[code] = _rounded(Fraction(100 * found[part], found[base]), 1) if found[base] else None
    waited = sorted((s.closed - s.registered).days for s in told if inside(COUNTS["answered"](s)))
    for code, at in (
        ("days_median", Fraction(1, 2)),
        ("days_p90", Fraction(9, 10)),
        ("days_max", Fraction(1)),
    ):
        found[code] = waited[ceil(len(waited) * at) - 1] if waited else None
    scores = [s.score for s in told if inside(_on(s.rated))]
    found["rating_average"] = _rounded(Fraction(sum(scores), len(scores)), 2) if scores else None
    return found


def by_key(stories: Iterable[Story], by: str) -> dict[str, list[Story]]:
    groups: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        groups[KEYS[by](story)].append(story)
    return groups


def spans(time: str, period: Period) -> dict[str, Period]:
    """The part of the period in each of its days, weeks, months ..."""
    found: dict[str, Period] = {}
    day = period.first
    while day <= period.last:
        key = bucket(time, day)
        found[key] = Period(found[key].first if key in found else day, day)
        day += timedelta(days=1)
    return found


def _rounded(value: Fraction, places: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
