"""One month in three figures, for the first page."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import directory
from kairyluu.reports.events import KIND, Counts, Events, total
from kairyluu.reports.periods import Period
from kairyluu.rules.states import ANSWERED


@dataclass(frozen=True)
class MonthInShort:
    """`median_days` are working days from registration to the answer, of the answers sent; None when none was."""

    counts: Counts
    median_days: int | None


def count(period: Period, events: Events) -> MonthInShort:
    return MonthInShort(total(events[KIND]), _median_days(period))


def _median_days(period: Period) -> int | None:
    """The lower of the two middle ones when their number is even: a figure somebody really had."""
    between = directory().calendar.working_days_between
    pairs = (
        Appeal.objects.filter(
            state=ANSWERED, closed_on__gte=period.starts_on, closed_on__lt=period.ends_before
        )
        .values_list("registered_on", "closed_on")
        .annotate(n=Count("pk"))
        .order_by()
    )
    lengths = sorted((between(registered, closed), n) for registered, closed, n in pairs)
    left = (sum(n for _, n in lengths) + 1) // 2
    for days, n in lengths:
        left -= n
        if left <= 0:
            return days
    return None
