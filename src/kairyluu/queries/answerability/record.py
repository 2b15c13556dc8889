"""The record of a body's heads for a period: the figures of each for the days he answers for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kairyluu.data.agencies.models import Body, Official, Tenure
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.reference.models import RefusalGround
from kairyluu.queries.answerability.counting import Counted, cases_of, count_days
from kairyluu.queries.directory import directory
from kairyluu.queries.sight import Sight, find_sight
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.attribution import FIGURES, Holding, Spell, spells
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import WorkCalendar

MOST_CASES = 300
# Working days late: from, to (both included); the last without an end.
BANDS = ((1, 1), (2, 3), (4, 7), (8, 14), (15, 0))


@dataclass(frozen=True, kw_only=True)
class HeadRecord:
    """One person's figures. `late_days` counts answers by how many working days they were late, `grounds` refusals,
    `scores` ratings; `n_resolved` of the ratings say that the matter is really resolved.
    Without a name the post was vacant, or with `is_whole` it is the sum of all."""

    spell: Spell
    is_whole: bool = False
    name: str = ""
    post: str = ""
    stands_in_for: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)
    late_days: Mapping[int, int] = field(default_factory=dict)
    grounds: tuple[tuple[RefusalGround, int], ...] = ()
    scores: Mapping[int, int] = field(default_factory=dict)
    n_resolved: int = 0

    @property
    def mean_score(self) -> float | None:
        n = sum(self.scores.values())
        return sum(score * count for score, count in self.scores.items()) / n if n else None

    @property
    def share_resolved(self) -> float | None:
        """Per cent of the ratings."""
        n = sum(self.scores.values())
        return 100 * self.n_resolved / n if n else None

    @property
    def share_in_time(self) -> float | None:
        """Per cent of the answers that fell due or were given: in time, late, and overdue by today."""
        kept = self.figures.get("answered_in_time", 0)
        n = kept + self.figures.get("answered_late", 0) + self.figures.get("overdue_now", 0)
        return 100 * kept / n if n else None

    @property
    def late_bands(self) -> tuple[tuple[int, int, int], ...]:
        """(from, to, how many); `to` 0 has no end."""
        return tuple(
            (
                low,
                high,
                sum(n for days, n in self.late_days.items() if low <= days and (not high or days <= high)),
            )
            for low, high in BANDS
        )

    @property
    def most_days_late(self) -> int:
        return max(self.late_days, default=0)


@dataclass(frozen=True, kw_only=True)
class BodyRecord:
    """`heads` in the order of their days; `whole` is the sum."""

    body: Body
    span: Span
    heads: tuple[HeadRecord, ...]
    whole: HeadRecord


def find_record(actor: Actor, body_code: str, span: Span, *, language: str, today: date) -> BodyRecord:
    """Raises `NotYourBody` and `policies.NotAllowed`. What the reader may not see is not counted either."""
    sight = record_sight(actor, body_code)
    counted = count_days(sight, span, today)
    held = _held(sight.body)
    calendar = directory().calendar_for(sight.body)
    periods = spells((holding for holding, _ in held), span.first_on, span.last_on)
    people = _people(held)
    heads = tuple(_record(spell, counted, calendar, people, language) for spell in periods)
    whole = Spell(first_on=span.first_on, last_on=span.last_on)
    return BodyRecord(
        body=sight.body,
        span=span,
        heads=heads,
        whole=replace(_record(whole, counted, calendar, {}, language), is_whole=True),
    )


def list_cases(sight: Sight, figure: str, span: Span, today: date) -> list[Appeal]:
    """The newest first, at most `MOST_CASES`; of an unknown figure none."""
    if figure not in FIGURES:
        return []
    rows = cases_of(figure, sight, span, today).defer("search", "text", "deadline_reasons")
    return list(rows.select_related("body").order_by("-received_at", "-id").distinct()[:MOST_CASES])


def record_sight(actor: Actor, body_code: str) -> Sight:
    """Raises `NotYourBody` and `policies.NotAllowed`."""
    sight = find_sight(actor, body_code)
    policies.demand(policies.may_read_record(actor, sight.body.pk, sight.body.path), "read_record")
    return sight


def _held(body: Body) -> list[tuple[Holding, Tenure]]:
    """The tenures of the body's first post of a head, past ones too."""
    heads = [t for t in directory().tenures if t.post.body_id == body.pk and t.post.role == "head"]
    first = min(((t.post.rank, t.post_id) for t in heads), default=None)
    return [(_holding(t), t) for t in heads if (t.post.rank, t.post_id) == first]


def _holding(tenure: Tenure) -> Holding:
    return Holding(
        official_id=tenure.official_id,
        starts_on=tenure.starts_on,
        ends_on=tenure.ends_on,
        stands_in_for=tenure.stands_in_for.official_id if tenure.stands_in_for else None,
    )


def _people(held: Iterable[tuple[Holding, Tenure]]) -> dict[int, tuple[Official, Tenure]]:
    people: dict[int, tuple[Official, Tenure]] = {}
    for _, tenure in held:
        people[tenure.official_id] = (tenure.official, tenure)
        if tenure.stands_in_for:
            people.setdefault(tenure.stands_in_for.official_id, (tenure.stands_in_for.official, tenure))
    return people


def _record(
    spell: Spell,
    counted: Counted,
    calendar: WorkCalendar,
    people: Mapping[int, tuple[Official, Tenure]],
    language: str,
) -> HeadRecord:
    who = people.get(spell.official_id or 0)
    for_whom = people.get(spell.stands_in_for or 0)
    late: Counter[int] = Counter()
    for (due_on, closed_on), n in counted.late.items():
        if spell.covers(due_on):
            late[max(1, calendar.working_days_between(due_on, closed_on))] += n
    scores: Counter[int] = Counter()
    resolved = 0
    for (on, score, is_resolved), n in counted.scores.items():
        if spell.covers(on):
            scores[score] += n
            resolved += n * is_resolved
    return HeadRecord(
        spell=spell,
        name=who[0].full_name if who else "",
        post=who[1].post.title(language) if who else "",
        stands_in_for=for_whom[0].full_name if for_whom else "",
        figures={
            name: sum(n for day, n in counted.days[name].items() if spell.covers(day)) for name in FIGURES
        },
        late_days=late,
        grounds=_grounds(counted, spell),
        scores=scores,
        n_resolved=resolved,
    )


def _grounds(counted: Counted, spell: Spell) -> tuple[tuple[RefusalGround, int], ...]:
    known = {ground.pk: ground for ground in directory().grounds.values()}
    found: Counter[int] = Counter()
    for (day, ground), n in counted.grounds.items():
        if spell.covers(day) and ground in known:
            found[ground] += n
    return tuple((known[pk], n) for pk, n in found.most_common())
