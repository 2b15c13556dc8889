"""Bodies beside one another, with the months behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote_plus, urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.design.charts import Caption, Column, columns_svg
from kairyluu.design.dates import SHORT_MONTHS
from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, with_figures
from kairyluu.faces.watch.views.figures.asked import Asked, condition, list_reach, read_asked
from kairyluu.faces.watch.views.figures.shown import Cell, alone_of, cell_of, said
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import Line
from kairyluu.queries.figures.definitions import definition_of
from kairyluu.queries.figures.naming import names_of
from kairyluu.queries.oversight import may_read_behind
from kairyluu.queries.watching.compared import CODES, TREND, BodyLine, list_compared, list_trend
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.ranking import ORDERS

MOST = 60
WHY = ("answered_late", "answered", "share_in_time", "days_p90", "overdue_now")
ORDER_WORDS: dict[str, str | Promise] = {
    "late": gettext_lazy("fewest answers in time"),
    "slow": gettext_lazy("longest to answer"),
    "overdue": gettext_lazy("most overdue now"),
    "volume": gettext_lazy("most appeals"),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """`why` leads to what this body alone was late with, by topic."""

    place: int | None
    name: str
    why: str
    cells: tuple[Cell, ...]
    topic: str
    topic_n: int


@require_safe
@with_figures
def compared(request: WatchRequest) -> HttpResponse:
    asked = read_asked(request.GET, request.actor, request.today)
    order = request.GET.get("order", "")
    order = order if order in ORDERS else ORDERS[0]
    language = (get_language() or "ky")[:2]
    found = list_compared(asked.asking, order, actor=request.actor, today=request.today)
    topics = names_of("topic", list({line.topic for line in found.lines if line.topic}), language)
    names = {code: definition_of(code, language).name for code in {*CODES, *TREND}}
    ways = Ways.of(asked, found.before, names, topics, may_read_behind(request.actor))
    trend = list_trend(asked.asking, actor=request.actor, today=request.today)
    context = {
        "asked": asked,
        "order": order,
        "orders": ORDER_WORDS.items(),
        "found": found,
        "rows": [_shown(line, ways) for line in found.lines[:MOST]],
        "is_cut": len(found.lines) > MOST,
        "columns": [(code, names[code]) for code in CODES],
        "least": directory().number("ranked_from_answers"),
        "bodies": [directory().bodies_by_id[pk] for pk, _path in list_reach(request.actor).values()],
        "picture": _picture(trend, names["share_in_time"], language),
        "trend_title": names["share_in_time"],
        "trend_columns": [names[code] for code in TREND],
        "trend": [
            (_month(line.key, language), [said(code, line.values[code]) for code in TREND])
            for line, _before in trend
        ],
    }
    return render(request, "watch/compared.html", framed(request, "compared") | context)


@dataclass(frozen=True, kw_only=True)
class Ways:
    """What the rows share: where their numbers lead (empty: nowhere), where their names do, and which numbers stand alone."""

    behind: str
    why: str
    names: dict[str, str]
    topics: dict[str, str]
    alone: set[str]
    language: str

    @classmethod
    def of(
        cls, asked: Asked, before: Period, names: dict[str, str], topics: dict[str, str], links: bool
    ) -> Ways:
        period = asked.asking.period.code
        behind = urlencode({"period": period, "body": asked.body, "by": "body"})
        why = urlencode({"period": period, "by": "topic", "figure": WHY}, doseq=True)
        return cls(
            behind=f"{reverse('watch:figures-behind')}?{behind}" if links else "",
            why=f"{reverse('watch:figures')}?{why}",
            names=names,
            topics=topics,
            alone=alone_of(replace(asked.asking, codes=CODES), before),
            language=(get_language() or "ky")[:2],
        )


def _shown(line: BodyLine, ways: Ways) -> Shown:
    """Each number leads to the appeals behind it, of this body alone."""
    key = quote_plus(line.body.code)
    cells = []
    for code in CODES:
        href = f"{ways.behind}&figure={code}&code={code}&key={key}" if ways.behind else ""
        cells.append(cell_of(code, line.changes, ways.names, href, ways.alone))
    return Shown(
        place=line.place,
        name=line.body.short(ways.language),
        why=f"{ways.why}&where={quote_plus(condition('body', line.body.code))}",
        cells=tuple(cells),
        topic=ways.topics.get(line.topic, ""),
        topic_n=line.topic_n,
    )


def _picture(trend: list[tuple[Line, Mapping[str, Value]]], title: str, language: str) -> SafeString | None:
    """The share in time by month beside the year before; None while nothing was answered."""
    columns = [
        Column(_month(line.key, language), line.values["share_in_time"], before["share_in_time"])
        for line, before in trend
    ]
    if not any(column.now for column in columns):
        return None
    text = _("Columns by month, those of the year before striped; the numbers stand in the table.")
    return columns_svg(Caption("trend", title, text, language), columns, whole=100)


def _month(key: str, language: str) -> str:
    return f"{SHORT_MONTHS[language][int(key[5:7]) - 1]} {key[2:4]}"
