"""An analysis counted from the figures, with the names and definitions of that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kairyluu.queries.directory import directory
from kairyluu.queries.figures.definitions import definition_of
from kairyluu.queries.figures.naming import names_of
from kairyluu.reports.analysis.asking import AnalysisAsked, ask
from kairyluu.reports.analysis.calls import count_calls
from kairyluu.reports.analysis.hidden import shown_tables
from kairyluu.reports.analysis.tables import NAMED_BY
from kairyluu.reports.analysis.trend import count_trend
from kairyluu.rules.analysis import telling, words
from kairyluu.rules.analysis.document import FIGURES, Analysis, Names, Pair, Table
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import LANGUAGES
from kairyluu.rules.figures.catalogue import CATALOGUE

COUNTRY_ONLY = ("confidential",)
CALLS = ("calls", "calls_substantive")
# What is said of people, not of the body's work: hidden where it is of so few.
OF_PEOPLE = {"confidential": "confidential", "rating_average": "rated", "share_satisfied": "rated"}


def count_analysis(asked: AnalysisAsked, *, today: date) -> Analysis:
    """`today` is that of Bishkek. Raises `UnknownCode`."""
    codes = tuple(code for code in FIGURES if not (asked.body and code in COUNTRY_ONLY))
    found = ask(asked, codes, None, today)
    calls = count_calls(asked)
    figures = {code: found.total[code] for code in codes} | (calls if calls["calls"].now else {})
    before = _before(asked, today)
    tables = shown_tables(asked, before, today)
    reasons = [r.because for r in found.not_comparable if r.figure in ("", "received")]
    return Analysis(
        body=asked.body,
        title=_title(asked.body),
        span=Span(asked.period.first, asked.period.last),
        compared_with=before,
        counted_on=today,
        figures=_without_few(_comparable(figures), asked.few),
        tables=tables,
        names=_names(tables) | {"figures": _figure_names(figures)},
        versions={code: CATALOGUE[code].version for code in codes},
        not_comparable=tuple(dict.fromkeys(reasons)),
        few=asked.few,
        is_apart=True,
        trend=count_trend(asked, today),
    )


def _before(asked: AnalysisAsked, today: date) -> Span | None:
    """Of a period that has not ended the year before is taken as far as it has come, as the figures take it."""
    if not asked.is_compared:
        return None
    before = (asked.period.until(today) or asked.period).a_year_before()
    return Span(before.first, before.last)


def _comparable(figures: Mapping[str, Pair]) -> dict[str, Pair]:
    """What is overdue is overdue today: there is no such figure of a year ago."""
    return {
        code: Pair(pair.now) if code in CATALOGUE and "due_open" in CATALOGUE[code].of else pair
        for code, pair in figures.items()
    }


def _without_few(figures: dict[str, Pair], few: int) -> dict[str, Pair]:
    shown = dict(figures)
    for code, of in [(code, of) for code, of in OF_PEOPLE.items() if code in figures]:
        now, before = figures[of].now, figures[of].before
        shown[code] = Pair(_shown(figures[code].now, now, few), _shown(figures[code].before, before, few))
    return shown


def _shown(value: int | Decimal | None, n: int | Decimal | None, few: int) -> int | Decimal | None:
    return None if n and n < few else value


def _title(code: str) -> Names:
    if not code:
        return words.COUNTRY
    body = directory().body(code)
    return {language: body.name(language) for language in LANGUAGES}


def _names(tables: tuple[Table, ...]) -> dict[str, dict[str, Names]]:
    own = {telling.FORM: words.WRITTEN_OR_ORAL, telling.BRANCH: words.BRANCHES}
    named: dict[str, dict[str, Names]] = {}
    for table in tables:
        keys = [row.key for row in table.rows]
        if table.code in own:
            named[table.code] = {key: own[table.code].get(key, words.NOT_GIVEN) for key in keys}
        else:
            by = {language: names_of(NAMED_BY[table.code], keys, language) for language in LANGUAGES}
            named[table.code] = {key: {one: by[one][key] for one in LANGUAGES} for key in keys}
    return named


def _figure_names(figures: Mapping[str, Pair]) -> dict[str, Names]:
    return {
        code: words.CALLS[code] if code in CALLS else {one: _defined(code, one) for one in LANGUAGES}
        for code in figures
    }


def _defined(code: str, language: str) -> str:
    """With its base, where it is a share."""
    found = definition_of(code, language)
    return f"{found.name} ({found.base})" if found.base else found.name
