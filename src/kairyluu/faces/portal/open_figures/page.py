"""What every page of the statistics has: the period and its choices, the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.portal.open_figures import periods
from kairyluu.reports.beginning import first_day
from kairyluu.rules.figures.periods import Period

OVERVIEW = "overview"


@dataclass(frozen=True)
class Words:
    """`title` of the page, `first` heads the first column."""

    title: str | Promise
    first: str | Promise


TITLES = {
    "regions": Words(_("By region of the applicant"), _("Region")),
    "bodies": Words(_("By body"), _("Body")),
    "topics": Words(_("By topic"), _("Topic")),
    "channels": Words(_("By the way it was sent"), _("Way")),
    "kinds": Words(_("By kind"), _("Kind")),
    "outcomes": Words(_("By outcome"), _("Outcome")),
    "satisfaction": Words(_("Satisfaction by region of the applicant"), _("Region")),
    "satisfaction-bodies": Words(_("Satisfaction by body"), _("Body")),
    "satisfaction-topics": Words(_("Satisfaction by topic"), _("Topic")),
    "satisfaction-channels": Words(_("Satisfaction by the way it was sent"), _("Way")),
}
# Tables that stand behind one word among the ways on, with a second row of ways between them.
SATISFACTION = {
    "satisfaction": "regions",
    "satisfaction-bodies": "bodies",
    "satisfaction-topics": "topics",
    "satisfaction-channels": "channels",
}
DISTRICTS = Words("", _("District or city"))


@dataclass(frozen=True)
class Asked:
    """The period of one request, and its moment."""

    period: Period
    since: date
    now: datetime
    today: date

    @classmethod
    def of(cls, request: HttpRequest) -> Asked:
        now = timezone.now()
        today = timezone.localdate(now)
        since = first_day(now=now) or today
        period = periods.chosen(request.GET.dict(), today=today, since=since)
        return cls(period, since, now, today)

    @property
    def query(self) -> str:
        return f"?period={self.period.code}"

    def context(self, here: str) -> dict[str, Any]:
        listed = periods.choices(today=self.today, since=self.since)
        codes = {period: code for _year, found in listed for code, period in self._read(found)}
        return {
            "period": self.period,
            "words": periods.in_words(self.period),
            "before_words": periods.in_words(self.period.a_year_before()),
            "choices": listed,
            "chosen_code": codes.get(self.period, ""),
            "is_listed": self.period in codes,
            "months": periods.months(today=self.today, since=self.since),
            "from_code": Period.month(self.period.first.year, self.period.first.month).code,
            "to_code": Period.month(self.period.last.year, self.period.last.month).code,
            "ways": self._ways(here),
            "parts": self._parts(here),
        }

    def _read(self, found: list[tuple[str, str]]) -> list[tuple[str, Period]]:
        """Codes with their periods; the running year as far as it is over."""
        return [
            (code, periods.chosen({"period": code}, today=self.today, since=self.since))
            for code, _words in found
        ]

    def _ways(self, here: str) -> list[tuple[str | Promise, str, bool]]:
        """The other pages, of the same period."""
        first = (_("Overview"), reverse("portal:statistics") + self.query, here == OVERVIEW)
        others = [
            (words.title, self._to(slug), here == slug)
            for slug, words in TITLES.items()
            if slug not in SATISFACTION
        ]
        return [first, *others, (_("Satisfaction"), self._to("satisfaction"), here in SATISFACTION)]

    def _parts(self, here: str) -> list[tuple[str | Promise, str, bool]]:
        if here not in SATISFACTION:
            return []
        return [(TITLES[like].title, self._to(slug), here == slug) for slug, like in SATISFACTION.items()]

    def _to(self, slug: str) -> str:
        return reverse("portal:statistics-by", args=[slug]) + self.query
