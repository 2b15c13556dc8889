"""The report's tables: by kind of act, institution, post, place, measure and month; repeated names apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from kairyluu.data.agencies.models import Official
from kairyluu.queries.directory import directory
from kairyluu.queries.oversight import may_read_below
from kairyluu.queries.prevention.complaints import Complaint, list_complaints
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.spans import Span

YEAR = timedelta(days=365)
LANGUAGES = ("ky", "ru", "en")
# The tables of a report that the public may read: nobody can be told from them.
PUBLIC = ("kind", "place", "month")


@dataclass(frozen=True)
class Row:
    """`name` is in the asked language, empty where nobody has said yet."""

    name: str
    n: int
    n_confirmed: int
    n_measures: int


@dataclass(frozen=True)
class Repeated:
    """Somebody complained of in several matters of the last twelve months."""

    official: Official
    post: str
    n: int
    n_confirmed: int


@dataclass(frozen=True, kw_only=True)
class PreventionReport:
    """`tables` by kind, institution, post, place, measure, month; `repeated` is empty for who only counts."""

    span: Span
    whole: Row
    tables: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    repeated: tuple[Repeated, ...] = ()


def find_report(actor: Actor, span: Span, language: str) -> PreventionReport:
    complaints = list_complaints(actor, span)
    by: dict[str, Callable[[Complaint], str]] = {
        "kind": lambda one: one.finding.kind.name(language) if one.finding else "",
        "institution": lambda one: one.institution.name(language),
        "post": lambda one: one.post[LANGUAGES.index(language)] or one.post[0],
        "place": lambda one: one.institution.territory.name(language) if one.institution.territory else "",
        "measure": lambda one: (
            one.finding.measure.name(language) if one.finding and one.finding.measure else ""
        ),
        "month": lambda one: f"{one.on:%m.%Y}",
    }
    tables = {name: _table(complaints, key, in_order=name == "month") for name, key in by.items()}
    tables["measure"] = tuple(row for row in tables["measure"] if row.name)
    whole = _row("", complaints)
    return PreventionReport(span=span, whole=whole, tables=tables, repeated=_repeated(actor, span, language))


def for_public(report: PreventionReport) -> PreventionReport:
    """Without posts, institutions and names; what is fewer than the setting says stands as -1."""
    least = directory().number("small_number_below")
    tables = {name: tuple(_hidden(row, least) for row in report.tables[name]) for name in PUBLIC}
    return PreventionReport(span=report.span, whole=_hidden(report.whole, least), tables=tables)


def _hidden(row: Row, least: int) -> Row:
    """-1 for a number that is too small, and for a part from which it could be reckoned."""
    if 0 < row.n < least:
        return Row(row.name, -1, -1, -1)
    parts = [
        n if n == 0 or n >= least and row.n - n >= least else -1 for n in (row.n_confirmed, row.n_measures)
    ]
    return Row(row.name, row.n, *parts)


def _table(
    complaints: list[Complaint], key: Callable[[Complaint], str], *, in_order: bool
) -> tuple[Row, ...]:
    groups: dict[str, list[Complaint]] = defaultdict(list)
    for one in complaints:
        groups[key(one)].append(one)
    rows = [_row(name, found) for name, found in groups.items()]
    if in_order:
        return tuple(sorted(rows, key=lambda row: row.name.split(".")[::-1]))
    return tuple(sorted(rows, key=lambda row: (not row.name, -row.n, row.name)))


def _row(name: str, complaints: list[Complaint]) -> Row:
    noted = [one.finding for one in complaints if one.finding]
    return Row(
        name,
        len(complaints),
        sum(found.is_confirmed for found in noted),
        sum(found.measure is not None for found in noted),
    )


def _repeated(actor: Actor, span: Span, language: str) -> tuple[Repeated, ...]:
    """Never one who works in a body of the reader's, and nothing from an appeal the reader may not open."""
    if not may_read_below(actor):
        return ()
    mine = {post.body_id for post in actor.posts}
    year = Span(span.last_on - YEAR, span.last_on)
    found = [
        one
        for one in list_complaints(actor, year)
        if one.official_id and one.is_shown and one.institution.pk not in mine
    ]
    times = Counter(one.official_id for one in found)
    least = directory().number("repeated_names_from")
    people = Official.objects.in_bulk([pk for pk, n in times.items() if n >= least])
    rows = []
    for pk, official in people.items():
        own = [one for one in found if one.official_id == pk]
        post = own[-1].post[LANGUAGES.index(language)] or own[-1].post[0]
        rows.append(Repeated(official, post, len(own), _row("", own).n_confirmed))
    return tuple(sorted(rows, key=lambda row: (-row.n, row.official.full_name)))
