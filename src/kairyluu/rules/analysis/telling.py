"""Which sentences stand in which block of the analysis (domain survey 5.1, blocks A–L, and the figures of clause 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kairyluu.rules.analysis.document import BEGAN, Analysis, Row, Table
from kairyluu.rules.analysis.in_english import English
from kairyluu.rules.analysis.in_kyrgyz import Kyrgyz
from kairyluu.rules.analysis.in_russian import Russian
from kairyluu.rules.analysis.writing import EN, KY, RU, change, half_up, misses_hundred, share

Tongue = Kyrgyz | Russian | English
TONGUES: dict[str, Tongue] = {KY: Kyrgyz(), RU: Russian(), EN: English()}
Block = Callable[[Analysis, Tongue], Iterator[str]]

TOTAL, TERMS, HANDS, CALLS, MEASURES, CONCLUSIONS = (
    "total",
    "terms",
    "hands",
    "calls",
    "measures",
    "conclusions",
)
FORM, SOURCE, CHANNEL, KIND, TERRITORY = "form", "source", "channel", "kind", "territory"
TOPIC, BRANCH, MONTH, APPLICANT, OUTCOME = "topic", "branch", "month", "applicant", "outcome"
LATE_BODIES, REFUSALS = "late_bodies", "refusals"
# In the order of the paper. The last two are the analyst's own words.
BLOCKS = (
    *(TOTAL, FORM, MONTH, SOURCE, CHANNEL, KIND, TERRITORY, TOPIC, BRANCH, APPLICANT, OUTCOME, TERMS),
    *(LATE_BODIES, REFUSALS, HANDS, CALLS, MEASURES, CONCLUSIONS),
)
WRITTEN = (MEASURES, CONCLUSIONS)
FOREMOST = 3  # lines told in words; a table of as few is told whole
# Within a sentence names of these lines begin small, unless it is an office's.
_SMALL = (CHANNEL, TOPIC, OUTCOME, REFUSALS)
_OFFICES = ("Президент", "Жогорку", "Өкмөт", "President", "Jogorku")


def tell(analysis: Analysis, language: str) -> dict[str, str]:
    """A paragraph for each block that has figures; empty where the analyst writes."""
    tongue = TONGUES[language]
    told = {code: " ".join(_block(code)(analysis, tongue)) for code in BLOCKS}
    return {code: text for code, text in told.items() if text or code in WRITTEN}


def notes(table: Table, language: str) -> list[str]:
    """What stands under a table: the base of its shares, rounding where it shows, what is hidden."""
    tongue = TONGUES[language]
    found = [tongue.base(table.base, table.total)] if table.total else []
    if table.base != "own" and misses_hundred((row.n for row in table.rows), table.total):
        found.append(tongue.rounding())
    return [*found, tongue.hidden()] if table.is_hiding else found


def shown_and_gone(table: Table, *, is_compared: bool) -> tuple[list[Row], list[Row]]:
    """Two or more lines that would show no number are only named; one alone stays in its place."""
    gone = [row for row in table.rows if row.n is None and (row.before is None or not is_compared)]
    if len(gone) < 2:
        return list(table.rows), []
    return [row for row in table.rows if row not in gone], gone


def headed(analysis: Analysis, table: Table, row: Row, language: str) -> str:
    """A line of a table begins with a large letter."""
    name = analysis.name(table.code, row.key, language)
    return name[:1].upper() + name[1:]


def _block(code: str) -> Block:
    known: dict[str, Block] = {
        TOTAL: _total,
        TERMS: _terms,
        LATE_BODIES: _late_bodies,
        REFUSALS: _refusals,
        HANDS: _hands,
        CALLS: _calls,
    }
    return known.get(code) or (lambda analysis, tongue: _lines(analysis, tongue, code))


def _total(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    n = analysis.count("received") or 0
    yield tongue.received(analysis.span, n) if n else tongue.nothing(analysis.span)
    if analysis.compared_with and not analysis.is_comparable:
        yield tongue.not_comparable()
    elif analysis.compared_with:
        before = analysis.before("received")
        yield tongue.change(change(n, before), before, analysis.compared_with)
        if BEGAN in analysis.not_comparable:
            yield tongue.began()
    registered, considered = analysis.count("registered"), analysis.count("in_consideration")
    if registered is not None and considered is not None:
        yield tongue.standing(registered, considered, min(analysis.span.last, analysis.counted_on))
    if analysis.is_apart and analysis.body:
        yield tongue.apart()


def _lines(analysis: Analysis, tongue: Tongue, code: str) -> Iterator[str]:
    """The largest lines of a table that are shown and have a name."""
    table = analysis.table(code)
    if table is None or not table.total:
        return
    shown = [row for row in table.rows if row.n]
    largest = sorted(shown, key=lambda row: -(row.n or 0))[:FOREMOST]
    if not largest:
        return
    parts = [
        (_amid(code, analysis.name(code, row.key, tongue.language)), row.n or 0, table.share(row))
        for row in (shown if len(shown) <= FOREMOST and code != MONTH else largest)
    ]
    is_whole = len(shown) <= FOREMOST and not table.is_hiding
    tell_them = tongue.parts if is_whole else tongue.foremost
    yield tell_them(table.base, table.total, parts)


def _amid(code: str, name: str) -> str:
    """The name of a line within a sentence; abbreviations stay."""
    is_small = code in _SMALL and name[1:2].islower() and not name.startswith(_OFFICES)
    return name[:1].lower() + name[1:] if is_small else name


def _terms(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    n, in_time, late = (analysis.count(code) for code in ("answered", "answered_in_time", "answered_late"))
    if not n or in_time is None or late is None:
        yield tongue.no_answers()
    else:
        both = [(count, share(count, n) or Decimal()) for count in (in_time, late)]
        yield tongue.answered(n, both[0], both[1])
        days = [analysis.count(code) for code in ("days_median", "days_p90", "days_max")]
        known = [day for day in days if day is not None]
        if len(known) == len(days):
            yield tongue.days(known[0], known[1], known[2])
    if (extended := analysis.count("extended")) is not None and extended:
        yield tongue.extended(extended)
    if (overdue := analysis.count("overdue_now")) is not None:
        yield tongue.overdue(overdue, analysis.counted_on)


def _late_bodies(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    table = analysis.table(LATE_BODIES)
    if table is not None:
        yield tongue.late_bodies(len(table.rows))
        if analysis.is_apart and not analysis.body:
            yield tongue.apart_of_bodies()


def _refusals(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    n = analysis.count("refused")
    if n is not None:
        yield tongue.refused(n)
        yield from _lines(analysis, tongue, REFUSALS)


def _hands(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    answered = analysis.count("answered")
    for code, sentence in (("forwarded", tongue.forwarded), ("reviewed", tongue.reviewed)):
        if n := analysis.count(code):
            yield sentence(n)
    if (n := analysis.count("near_copies")) and (part := share(n, answered)) is not None:
        yield tongue.copies(n, part)
    rated, average = analysis.count("rated"), analysis.now("rating_average")
    if rated and average is not None:
        satisfied = analysis.now("share_satisfied")
        whole = half_up(satisfied) if satisfied is not None else None
        yield tongue.ratings(rated, half_up(average), whole)
    if n := analysis.count("confidential"):
        yield tongue.confidential(n)


def _calls(analysis: Analysis, tongue: Tongue) -> Iterator[str]:
    n, substantive = analysis.count("calls"), analysis.count("calls_substantive")
    if n and substantive is not None:
        yield tongue.calls(n, half_up(Decimal(n) / analysis.span.days), substantive)
