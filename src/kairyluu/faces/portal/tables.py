"""The public reports as tables in words: for the page and for the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kairyluu.design.wording import KINDS, word_for
from kairyluu.faces.portal.page import language_now
from kairyluu.faces.portal.period_words import month_name
from kairyluu.queries.directory import directory
from kairyluu.reports.events import Counts, Rows, total
from kairyluu.reports.periods import MONTH, Period
from kairyluu.reports.registry import read_report
from kairyluu.rules.spelling import sort_key


@dataclass(frozen=True)
class Line:
    """`code` is a body's code, a kind, the first day of a month or a topic's code."""

    code: str
    words: str
    counts: Counts


@dataclass(frozen=True)
class Table:
    """`slug` is its name in addresses, `first` the heading of the first column."""

    slug: str
    title: str | Promise
    first: str | Promise
    lines: tuple[Line, ...]
    total: Counts
    as_of: datetime

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((line.counts.received for line in self.lines), default=0)


@dataclass(frozen=True)
class _Kind:
    report: str
    title: str | Promise
    first: str | Promise
    lines: Callable[[Rows, Period, date], list[Line]]


def table(slug: str, period: Period, *, now: datetime, today: date) -> Table:
    """Raises KeyError for an unknown slug."""
    kind = KINDS_OF_TABLES[slug]
    rows = read_report(kind.report, period, now=now)
    lines = tuple(kind.lines(rows.value, period, today))
    return Table(slug, kind.title, kind.first, lines, total(rows.value), rows.as_of)


def _by_month(rows: Rows, period: Period, today: date) -> list[Line]:
    """Every month that has begun, also one in which nothing happened."""
    months = (period,) if period.kind == MONTH else tuple(Period(period.year, MONTH, n) for n in range(1, 13))
    firsts = [m.starts_on for m in months if period.starts_on <= m.starts_on < period.ends_before]
    return [
        Line(first.isoformat(), month_name(first.month).capitalize(), rows.get(first, Counts()))
        for first in firsts
        if first <= today
    ]


def _by_body(rows: Rows, period: Period, today: date) -> list[Line]:
    """Open bodies, and closed ones that had appeals; the most appeals first."""
    known = directory()
    language = language_now()
    wanted = {body.pk for body in known.bodies.values() if body.is_open} | {
        key for key in rows if key in known.bodies_by_id
    }
    bodies = [known.bodies_by_id[key] for key in wanted if isinstance(key, int)]
    lines = [Line(b.code, b.name(language), rows.get(b.pk, Counts())) for b in bodies]
    return sorted(lines, key=lambda line: (-line.counts.received, sort_key(line.words)))


def _by_kind(rows: Rows, period: Period, today: date) -> list[Line]:
    lines = [Line(code, str(word_for(KINDS, code).text), rows.get(code, Counts())) for code in KINDS]
    return sorted(lines, key=lambda line: -line.counts.received)


def _by_topic(rows: Rows, period: Period, today: date) -> list[Line]:
    """The other topics last."""
    topics = directory().topics
    language = language_now()

    def words(code: Hashable) -> str:
        return topics[code].name(language) if isinstance(code, str) and code in topics else _("Other topics")

    lines = [Line(str(code), words(code), counts) for code, counts in rows.items()]
    return sorted(lines, key=lambda line: (line.code == "", -line.counts.received, sort_key(line.words)))


KINDS_OF_TABLES = {
    "months": _Kind("appeals_by_month", gettext_lazy("By month"), gettext_lazy("Month"), _by_month),
    "bodies": _Kind("appeals_by_body", gettext_lazy("By body"), gettext_lazy("Body"), _by_body),
    "kinds": _Kind("appeals_by_kind", gettext_lazy("By kind"), gettext_lazy("Kind"), _by_kind),
    "topics": _Kind("appeals_by_topic", gettext_lazy("By topic"), gettext_lazy("Topic"), _by_topic),
}
