"""The tables of an analysis: which breakdown of which figure, in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kairyluu.reports.analysis.asking import AnalysisAsked, Answered, ask
from kairyluu.reports.analysis.groups import branch, written_or_oral
from kairyluu.rules.analysis import telling
from kairyluu.rules.analysis.document import Pair, Row, Table


@dataclass(frozen=True)
class Spec:
    """`base` is the figure that is broken down and of which the shares are."""

    code: str
    by: str
    base: str = "received"


SPECS = (
    Spec(telling.SOURCE, "source_body"),
    Spec(telling.CHANNEL, "channel"),
    Spec(telling.KIND, "kind"),
    Spec(telling.TERRITORY, "region_applicant"),
    Spec(telling.TOPIC, "topic"),
    Spec(telling.APPLICANT, "applicant_group"),
    Spec(telling.OUTCOME, "outcome", "answered"),
    Spec(telling.REFUSALS, "ground", "refused"),
)
APART = "apart"
# Blocks that are drawn from the keys of another breakdown, and its name there.
NAMED_BY = {spec.code: spec.by for spec in SPECS} | {telling.LATE_BODIES: "body", telling.MONTH: "month"}


def tables_of(asked: AnalysisAsked, today: date) -> tuple[tuple[Table, ...], Table]:
    """Every table as it was counted, in the order of the paper, and the list of bodies late."""
    found = {spec.code: _table(spec, ask(asked, (spec.base,), spec.by, today)) for spec in SPECS}
    channels = ask(asked, ("received",), "channel", today)
    found[telling.FORM] = _gathered(telling.FORM, channels, written_or_oral)
    bodies = ask(asked, ("received", "answered", "answered_late"), "body", today)
    if not asked.body:
        found[telling.BRANCH] = _branches(bodies, channels.total["received"])
    if (asked.period.first.year, asked.period.first.month) != (
        asked.period.last.year,
        asked.period.last.month,
    ):
        months = _table(Spec(telling.MONTH, "month"), ask(asked, ("received",), "month", today))
        found[telling.MONTH] = Table(
            months.code, months.base, months.total, _in_time(months), months.total_before
        )
    return tuple(found[code] for code in telling.BLOCKS if code in found), _late_bodies(bodies)


def _table(spec: Spec, answered: Answered) -> Table:
    rows = [_row(key, pairs[spec.base]) for key, pairs in answered.lines.items()]
    return _sorted(spec.code, spec.base, rows, answered.total[spec.base])


def _gathered(code: str, answered: Answered, group: Callable[[str], str]) -> Table:
    """Lines of a finer breakdown added up."""
    sums: dict[str, tuple[int, int | None]] = {}
    for key, pairs in answered.lines.items():
        row, place = _row(key, pairs["received"]), group(key)
        n, before = sums.get(place, (0, None))
        added = before if row.before is None else (before or 0) + row.before
        sums[place] = (n + (row.n or 0), added)
    rows = [Row(key, n, before) for key, (n, before) in sums.items()]
    return _sorted(code, "received", rows, answered.total["received"])


def _branches(bodies: Answered, total: Pair) -> Table:
    """What is in no body's line is one line of all of them."""
    told = _gathered(telling.BRANCH, bodies, branch)
    n, before = _whole(total.now) or 0, _whole(total.before)
    rest = Row(APART, n - told.total, None if before is None else before - (told.total_before or 0))
    kept = (*told.rows, rest) if rest.n or rest.before else told.rows
    return Table(told.code, told.base, n, kept, before)


def _sorted(code: str, base: str, rows: list[Row], total: Pair) -> Table:
    """The largest first, what is not given last; lines without any appeal are left out."""
    kept = [row for row in rows if row.n or row.before]
    kept.sort(key=lambda row: (row.key == "", -(row.n or 0), -(row.before or 0), row.key))
    return Table(code, base, _whole(total.now) or 0, tuple(kept), _whole(total.before))


def _in_time(table: Table) -> tuple[Row, ...]:
    return tuple(sorted(table.rows, key=lambda row: row.key))


def _late_bodies(answered: Answered) -> Table:
    """How many answers were late, of how many; figures of the bodies themselves, so nothing is hidden."""
    late = [
        Row(key, n, _whole(pairs["answered_late"].before), _whole(pairs["answered"].now))
        for key, pairs in answered.lines.items()
        if (n := _whole(pairs["answered_late"].now))
    ]
    late.sort(key=lambda row: (-(row.n or 0), row.key))
    return Table(telling.LATE_BODIES, "own", sum(row.n or 0 for row in late), tuple(late))


def _row(key: str, pair: Pair) -> Row:
    return Row(key, _whole(pair.now) or 0, _whole(pair.before))


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))
