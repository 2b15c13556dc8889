"""Figures agree with a plain recount of random histories, for every figure and breakdown, some of it folded into sums and some not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures.folding import fold
from kairyluu.queries.figures import Asking, UnknownFigure, compare, count_figures, list_behind
from kairyluu.queries.figures.behind import list_latest_behind
from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS, TIMES
from kairyluu.rules.figures.comparison import NotComparable
from kairyluu.rules.figures.periods import Period
from tests.cast import Town
from tests.factories.histories import Story, Writer, tell
from tests.queries.figures import recount

EVERY = tuple(CATALOGUE)
TODAY = date(2026, 3, 10)
PERIODS = ("2025", "2025-Q2", "2026-02", "2025-05-17..2026-04-09", "2026-03", "2026-04", "2024")


@pytest.fixture
def stories(town: Town) -> list[Story]:
    told = tell(seed=5, n=160, bodies=(town.body.code, town.foreign_body.code, town.ministry.code))
    Writer(town).write(told)
    fold(300)
    return told


def seen(town: Town) -> frozenset[int]:
    """Only the bodies of the stories: what they handed over lies elsewhere."""
    return frozenset({town.body.pk, town.foreign_body.pk, town.ministry.pk})


def lines(asking: Asking) -> dict[str, dict[str, Any]]:
    return {line.key: dict(line.values) for line in count_figures(asking, today=TODAY).lines}


def test_every_figure_of_any_period_is_the_recount(town: Town, stories: list[Story]) -> None:
    for code in PERIODS:
        period = Period.of(code)
        counted = count_figures(Asking(period, EVERY, seen(town)), today=TODAY)

        assert counted.total == recount.values(stories, period, TODAY), code
        assert counted.lines == ()


def test_every_breakdown_is_the_recount_of_each_key(town: Town, stories: list[Story]) -> None:
    period = Period.of("2025-03-05..2026-03-31")
    nothing = recount.values([], period, TODAY)
    for by in recount.KEYS:
        counted = lines(Asking(period, EVERY, seen(town), by))
        groups = recount.by_key(stories, by)

        for key in {*counted, *groups}:
            expected = recount.values(groups.get(key, []), period, TODAY)
            assert counted.get(key, nothing) == expected, (by, key)


def test_time_runs_without_gap_and_stands_at_each_end(town: Town, stories: list[Story]) -> None:
    period = Period.of("2025-11-12..2026-04-20")
    for time in TIMES:
        counted = lines(Asking(period, EVERY, seen(town), time))
        spans = recount.spans(time, Period(period.first, TODAY))

        assert set(spans) <= set(counted), time
        for key, span in spans.items():
            whole = recount.spans(time, period)[key]
            assert counted[key] == recount.values(stories, whole, TODAY), (time, key, span)


def test_conditions_narrow_and_a_body_stands_for_its_place(town: Town, stories: list[Story]) -> None:
    period = Period.of("2025")
    wheres = [
        (("kind", "complaint"), ("channel", "portal")),
        (("topic", "social"),),
        (("subtopic", ""), ("territory_applicant", "")),
        (("urgent_class", "A"),),
        (("ground", "anonymous"),),
        (("body", town.body.code), ("form", "electronic")),
    ]
    for where in wheres:
        told = [s for s in stories if all(recount.KEYS[by](s) == key for by, key in where)]
        counted = count_figures(Asking(period, EVERY, seen(town), where=where), today=TODAY)
        assert counted.total == recount.values(told, period, TODAY), where

    places = dict(Body.objects.filter(pk__in=seen(town)).values_list("code", "territory__code"))
    counted = lines(Asking(period, ("received",), seen(town), "territory_matter"))
    assert (
        sum(line["received"] for line in counted.values())
        == recount.values(stories, period, TODAY)["received"]
    )
    assert set(counted) == {place or "" for place in places.values()}


def test_a_head_answers_for_his_days(town: Town, stories: list[Story]) -> None:
    period = Period.of("2025")
    counted = lines(Asking(period, ("received", "in_consideration"), frozenset({town.body.pk}), "head"))
    own = [s for s in stories if s.body == town.body.code]
    in_year = recount.values(own, period, TODAY)["received"]

    assert town.akim.official is not None
    assert counted[town.akim.official.code] == {"received": in_year, "in_consideration": None}
    where = (("head", town.akim.official.code),)
    asking = Asking(period, ("received",), frozenset({town.body.pk}), where=where)
    assert count_figures(asking, today=TODAY).total["received"] == in_year


def test_the_year_before_stands_beside(town: Town, stories: list[Story]) -> None:
    asking = Asking(Period.of("2026-03"), EVERY, seen(town), "kind")
    compared = compare(asking, today=TODAY)
    before = Period(date(2025, 3, 1), date(2025, 3, 10))

    assert compared.before == before
    earlier = recount.values(stories, before, TODAY) | {"overdue_now": None}  # of that day nobody knows it
    assert {c: v.before for c, v in compared.total.items()} == earlier
    now = recount.values(stories, asking.period, TODAY)
    assert {c: v.now for c, v in compared.total.items()} == now
    received = compared.total["received"]
    assert received.by == now["received"] - received.before
    assert NotComparable("snapshot", "overdue_now") in compared.not_comparable
    assert [line.key for line in compared.lines] == ["application", "complaint", "proposal"]


def test_a_body_that_began_meanwhile_is_not_compared(town: Town) -> None:
    Writer(town).write(tell(seed=1, n=5, bodies=[town.body.code]))
    compared = compare(Asking(Period.of("2025"), ("received",), by="body"), today=TODAY)

    assert NotComparable("body_began", key=town.body.code) in compared.not_comparable
    whole = compare(Asking(Period.of("2025"), ("received",)), today=TODAY)
    assert whole.not_comparable == (NotComparable("body_began"),)


def test_behind_a_number_stand_its_appeals(town: Town, stories: list[Story]) -> None:
    """The controller of execution reads every body; what is confidential he counts and does not see."""
    period, actor = Period.of("2025-03-05..2026-02-20"), town.execution_controller.actor
    for code in (
        "received",
        "in_consideration",
        "answered_in_time",
        "overdue_now",
        "satisfied",
        "share_late",
    ):
        asking = Asking(period, (code,), seen(town), "kind")
        behind = list_behind(asking, code, "complaint", actor=actor, today=TODAY)
        told = [s for s in stories if s.kind == "complaint"]
        counted = "answered_late" if code == "share_late" else code
        n = recount.values(told, period, TODAY)[counted]
        assert behind.count() == n > 0, code


def test_the_latest_behind_a_number_are_found_from_its_end(town: Town, stories: list[Story]) -> None:
    """The last day, eight days and so on: each holds the one before, the last is the whole."""
    actor = town.execution_controller.actor
    for code, n_parts in (("received", 4), ("in_consideration", 6)):
        asking = Asking(Period.of("2025-03-01..2026-02-20"), (code,), seen(town))
        parts = [
            set(part.values_list("pk", flat=True))
            for part in list_latest_behind(asking, code, None, actor=actor, today=TODAY)
        ]
        assert len(parts) == n_parts
        assert parts == sorted(parts, key=len)
        assert all(one <= other for one, other in pairwise(parts))
        whole = list_behind(asking, code, None, actor=actor, today=TODAY)
        assert parts[-1] == set(whole.values_list("pk", flat=True))
        assert 0 < len(parts[1]) < len(parts[-1])


def test_nobody_reads_behind_a_number_what_is_kept_from_him(town: Town, stories: list[Story]) -> None:
    from kairyluu.data.appeals.models import Confidence

    for story in stories:
        if story.is_confidential:
            Confidence.objects.create(appeal_id=story.id, ground="x", marked_at=story.received)
    asking = Asking(Period.of("2025"), ("received",), None, "month")

    def ids(actor: Any) -> set[Any]:
        return set(
            list_behind(asking, "received", "2025-04", actor=actor, today=TODAY).values_list("pk", flat=True)
        )

    april = [s for s in stories if s.received.date().isoformat()[:7] == "2025-04"]
    open_ones = {s.id for s in april if not s.is_confidential}
    mine = {s.id for s in april if s.body == town.body.code and not s.is_confidential}
    assert ids(town.akim.actor) == mine
    assert open_ones <= ids(town.execution_controller.actor)
    assert not {s.id for s in april if s.is_confidential} & ids(town.execution_controller.actor)
    assert ids(town.executor.actor) == ids(town.citizen.actor) == ids(town.portal_owner.actor) == set()


@pytest.mark.parametrize(
    "wrong", [{"codes": ("nothing",)}, {"by": "colour"}, {"where": (("month", "2026-01"),)}]
)
def test_what_nobody_knows_is_refused(wrong: dict[str, Any]) -> None:
    values: dict[str, Any] = {"period": Period.of("2026"), "codes": ("received",)} | wrong
    with pytest.raises(UnknownFigure):
        Asking(**values)


def test_every_breakdown_is_asked_here() -> None:
    others = {"head", "territory_matter", "region_matter", *TIMES}
    assert {*recount.KEYS, *others} == set(DIMENSIONS)
