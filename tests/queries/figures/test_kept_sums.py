"""The kept sums say what the appeals say: folded, not yet folded, half folded, and while two clerks work at once."""

from __future__ import annotations

import random
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Applicant, NearCopy, Rating
from kairyluu.data.figures import branches
from kairyluu.data.figures.branches import keep as keep_branches
from kairyluu.data.figures.comparing import differences
from kairyluu.data.figures.folding import fold
from kairyluu.data.figures.models import Branch, Cell, Change, Fact, Reach
from kairyluu.data.figures.reaches import keep as keep_reaches
from kairyluu.data.figures.rebuilding import rebuild
from kairyluu.data.reference.models import Topic
from kairyluu.queries.figures import (
    SEALED,
    Asking,
    count_figures,
    count_months,
    kept_from,
    main_of_each,
    plans,
)
from kairyluu.queries.figures.apart import NOBODY, Apart
from kairyluu.queries.figures.cells import count_quickly
from kairyluu.queries.figures.needed import needs
from kairyluu.queries.figures.plans import make_plan
from kairyluu.queries.figures.rows import count_rows
from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.workdays import BISHKEK
from tests.cast import NOW, Town
from tests.factories.histories import Story, Writer, tell

TODAY = date(2026, 3, 10)
EVERY = tuple(CATALOGUE)
PERIODS = ("2025", "2025-05-17..2026-02-09", "2026-02", "2025-09-03..2025-09-20")


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The town has six bodies: five of them are nearly all."""
    monkeypatch.setattr(plans, "MANY", 5)


def write(town: Town, seed: int, n: int) -> list[Story]:
    told = tell(seed, n, (town.body.code, town.foreign_body.code))
    Writer(town).write(told)
    return told


def askings(town: Town) -> list[Asking]:
    """Every breakdown, of some bodies, of all but one and of all, some with a condition."""
    some = frozenset({town.body.pk, town.foreign_body.pk})
    nearly = frozenset(Body.objects.exclude(pk=town.foreign_body.pk).values_list("pk", flat=True))
    assert len(nearly) >= plans.MANY
    found = []
    for n, code in enumerate(PERIODS):
        for m, by in enumerate([None, *DIMENSIONS]):
            where = ((), (("kind", "complaint"),), (("topic", ""),), (("body", town.body.code),))[(n + m) % 4]
            found.append(Asking(Period.of(code), EVERY, (None, some, nearly)[(n + m) % 3], by, where))
    return found


def answers(read: Any, asking: Asking, apart: Apart) -> list[Counter[Any]]:
    found = []
    for need in needs(asking, TODAY):
        rows: Counter[Any] = Counter()
        for key, name, counted in read(need, asking, apart):
            rows.update({(key, name, value): n for value, n in counted.items()})
        found.append(rows)
    return found


def agree(asked: list[Asking], apart: Apart = NOBODY) -> None:
    for asking in asked:
        assert answers(count_quickly, asking, apart) == answers(count_rows, asking, apart), asking


def test_sums_agree_at_every_stage_of_folding(town: Town) -> None:
    write(town, seed=1, n=40)
    asked = askings(town)
    agree(asked[::5])
    assert differences(9) == []

    assert fold(60) == 60
    agree(asked[1::5])
    keep_reaches([date(2026, 2, 9)], since=date(2026, 1, 1))
    agree(asked[4::5])
    while fold(1000):
        pass
    assert not Change.objects.exists()
    agree(asked)

    told = write(town, seed=2, n=10)
    Rating.objects.filter(appeal_id__in=[s.id for s in told[::2]]).update(score=1)
    NearCopy.objects.all().delete()
    Appeal.objects.filter(kind="complaint").update(topic=Topic.objects.get(code="social.benefits"))
    Appeal.objects.filter(is_open=True).update(due_on=TODAY - timedelta(days=2))
    agree(asked[2::5])
    assert differences(9) == []
    while fold(1000):
        pass
    agree(asked[3::5])
    assert differences(9) == []


def test_everything_anew_gives_the_same_sums(town: Town) -> None:
    write(town, seed=3, n=30)
    while fold(25):
        pass
    before = set(
        Cell.objects.filter(n__gt=0).values_list(
            "dimension", "grain", "body_id", "happening", "day", "key", "n"
        )
    )

    assert rebuild() == Appeal.objects.count() == Fact.objects.count()

    after = set(Cell.objects.values_list("dimension", "grain", "body_id", "happening", "day", "key", "n"))
    assert after == before


def test_a_running_year_beside_the_one_before_reads_sums_alone(town: Town) -> None:
    write(town, seed=5, n=30)
    day, bodies = date(2025, 9, 20), frozenset({town.body.pk})
    asked = [
        Asking(Period(date(2025, first, 1), day), EVERY, bodies, by)
        for first in (1, 7, 9)
        for by in ("topic", None)
    ]
    edges = [make_plan(need, asking) for asking in asked for need in needs(asking, day)]
    assert any(plan is None or plan.edges for plan in edges)

    assert keep_reaches([day], since=day) == 1
    assert keep_reaches([day], since=day) == 0
    agree(asked)
    while fold(7):
        pass
    agree(asked)
    for asking in asked:
        for need in needs(asking, day):
            plan = make_plan(need, asking)
            assert plan is not None
            assert not plan.edges
    assert differences(9) == []
    kept = set(
        Cell.objects.filter(grain__in="MY", n__gt=0).values_list(
            "grain", "dimension", "body_id", "happening", "key", "n"
        )
    )
    assert kept
    assert rebuild()
    assert kept == set(
        Cell.objects.filter(grain__in="MY").values_list(
            "grain", "dimension", "body_id", "happening", "key", "n"
        )
    )

    assert keep_reaches([date(2025, 9, 22)], since=date(2025, 9, 21)) == 1
    assert set(Cell.objects.filter(grain__in="MY").values_list("day", flat=True)) == {date(2025, 9, 22)}
    assert [reach.last for reach in Reach.objects.all()] == [date(2025, 9, 22)]


def test_the_main_topic_of_each_body_is_what_each_topic_says(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "FEWEST", 2)
    write(town, seed=14, n=40)
    fold(50)
    keep_branches([frozenset({town.body.pk, town.foreign_body.pk})], now=NOW, since=NOW)
    asked = [
        Asking(Period.of(code), ("received",), bodies, by)
        for code in PERIODS
        for bodies in (None, frozenset({town.body.pk}), frozenset({town.body.pk, town.foreign_body.pk}))
        for by in ("topic", "channel")
    ]
    told = 0
    for apart in (NOBODY, SEALED, kept_from(town.akim.actor)):
        for asking in asked:
            expected = main_keys(asking, 2, apart)
            found = {body: (key, n) for body, key, n in main_of_each(asking, 2, today=TODAY, apart=apart)}
            assert found == expected, asking
            told += len(found)
    assert told


def main_keys(asking: Asking, most: int, apart: Apart) -> dict[str, tuple[str, int]]:
    """By a question for each key."""
    whole = count_figures(asking, today=TODAY, apart=apart)
    counted = {line.key: int(line.values["received"] or 0) for line in whole.lines if line.key}
    keys = sorted((key for key, n in counted.items() if n), key=lambda key: (-counted[key], key))[:most]
    found: dict[str, tuple[str, int]] = {}
    for key in sorted(keys):
        one = replace(asking, by="body", where=((asking.by or "", key),))
        for line in count_figures(one, today=TODAY, apart=apart).lines:
            n = int(line.values["received"] or 0)
            if n > found.get(line.key, ("", 0))[1]:
                found[line.key] = (key, n)
    return found


def test_all_months_at_once_say_what_each_month_says(town: Town) -> None:
    write(town, seed=15, n=40)
    fold(50)
    codes = ("lodged", "answered_in_time", "answered_late", "rated", "satisfied", "days_median")
    for by in ("region_applicant", "territory_applicant", "body", "topic", "kind", "outcome"):
        months = count_months(Asking(Period.of("2025-9M"), codes, by=by), today=TODAY)
        told = 0
        for n in range(1, 10):
            one = count_figures(Asking(Period.month(2025, n), codes, by=by), today=TODAY)
            lines = {line.key: line.values for line in one.lines}
            assert months.get(f"2025-{n:02}", {}) == lines, (by, n)
            told += len(lines)
        assert told


def test_bodies_that_stand_together_are_read_as_one(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branches, "FEWEST", 2)
    write(town, seed=11, n=30)
    day = date(2025, 9, 20)
    one, other = town.body.pk, town.foreign_body.pk
    third = Body.objects.exclude(pk__in=[one, other]).order_by("pk").first()
    assert third is not None
    some, more = frozenset({one, other}), frozenset({one, other, third.pk})
    moment = datetime(2026, 3, 10, 9, tzinfo=BISHKEK)
    assert keep_reaches([day], since=day) == 1
    fold(40)

    assert keep_branches([some], now=moment, since=moment) == 1
    assert keep_branches([some], now=moment, since=moment) == 0
    [branch] = Branch.objects.all()
    asked = [
        Asking(Period(date(2025, first, 1), day), EVERY, bodies, by)
        for first in (1, 9)
        for by in ("topic", "kind", "month", None)
        for bodies in (some, more)
    ] + askings(town)[::7]
    for asking in asked[:2]:
        plan = make_plan(needs(asking, day)[0], asking)
        assert plan is not None
        assert plan.places == ((-branch.pk,) if asking.bodies == some else (-branch.pk, third.pk))
    days = [
        Asking(Period.of(code), EVERY, bodies, by)
        for code in ("2025-05-17..2026-02-09", "2025-09-03..2025-09-07")
        for by in ("topic", "week", "territory_applicant")
        for bodies in (some, more)
    ]
    for asking in days[:2]:
        plan = make_plan(needs(asking, day)[0], asking)
        assert plan is not None
        assert plan.alone == asking.bodies - some if asking.bodies else not plan.edges
        assert bool(plan.edges) == (asking.bodies == more)
    asked += days
    agree(asked)
    for apart in (SEALED, kept_from(town.akim.actor)):
        agree(days, apart)
    while fold(9):
        pass
    agree(asked)
    assert (
        Cell.objects.filter(body_id=-branch.pk, grain__in="MYmydtc").values("grain").distinct().count() == 7
    )
    assert differences(9) == []
    assert keep_reaches([date(2025, 9, 22)], since=day) == 1
    assert differences(9) == []
    kept = set(Cell.objects.filter(body_id__lt=0, n__gt=0).values_list())
    assert rebuild()
    assert kept == set(Cell.objects.filter(body_id__lt=0).values_list())
    wrong = Cell.objects.filter(body_id=-branch.pk, dimension=0, grain="m").order_by("happening", "day")[0]
    Cell.objects.filter(pk=wrong.pk).update(n=wrong.n + 1)
    [found] = differences(9)
    assert found[:3] == (0, "m", -branch.pk)


def test_any_days_of_all_bodies_and_of_a_branch_are_put_together_of_few_sums(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "FEWEST", 2)
    told = write(town, seed=17, n=40)
    some = frozenset({town.body.pk, town.foreign_body.pk})
    keep_branches([some], now=NOW, since=NOW)
    fold(40)
    dice, grains = random.Random(463), Counter[str]()
    asked = []
    for n in range(24):
        first = date(2025, 1, 1) + timedelta(days=dice.randrange(400))
        period = Period(first, first + timedelta(days=dice.randrange(1, 300)))
        asked.append(
            Asking(period, EVERY, (None, some)[n % 2], ("topic", "channel", "year", None)[n // 2 % 4])
        )
        plan = make_plan(needs(asked[-1], TODAY)[0], asked[-1])
        assert plan is not None
        assert not plan.edges
        grains.update(grain for grain, _ in (*plan.spans, *plan.minus))
    assert grains.keys() == set("dtmcy")
    agree(asked[::3])
    Appeal.objects.filter(pk__in=[story.id for story in told[::3]]).update(is_confidential=True)
    agree(asked[1::3])
    while fold(30):
        pass
    for apart in (NOBODY, SEALED, kept_from(town.akim.actor)):
        agree(asked, apart)
    assert differences(9) == []


def test_nearly_all_bodies_are_read_right_with_and_without_a_branch_of_them(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are all less the others, of whom other days are read than of all."""
    monkeypatch.setattr(branches, "FEWEST", 2)
    write(town, seed=16, n=60)
    fold(60)
    nearly = frozenset(Body.objects.exclude(pk=town.foreign_body.pk).values_list("pk", flat=True))
    asked = [
        Asking(Period.of(code), EVERY, nearly, by) for code in PERIODS for by in ("topic", "kind", "month")
    ]
    agree(asked)

    keep_branches([nearly], now=NOW, since=NOW)
    agree(asked)
    write(town, seed=17, n=20)
    agree(asked)


def test_a_branch_is_kept_up_until_nobody_reads_it_any_more(town: Town) -> None:
    write(town, seed=12, n=10)
    one, other = (
        frozenset({town.body.pk, pk})
        for pk in Body.objects.exclude(pk=town.body.pk).values_list("pk", flat=True)[:2]
    )
    moment, hour = datetime(2026, 3, 10, 9, tzinfo=BISHKEK), timedelta(hours=1)
    keep_branches([one], now=moment, since=moment - hour)
    assert keep_branches([other], now=moment, since=moment - hour) == 1

    write(town, seed=13, n=10)
    while fold(9):
        pass
    assert differences(9) == []
    assert Branch.objects.count() == 2
    keep_branches([one, other], now=moment + hour, since=moment)
    assert not Branch.objects.filter(unwanted_since__isnull=False).exists()

    keep_branches([other], now=moment + hour, since=moment)
    keep_branches([other], now=moment + 3 * hour, since=moment + 2 * hour)
    [left] = Branch.objects.all()
    assert frozenset(left.bodies) == other
    assert set(Cell.objects.filter(body_id__lt=0).values_list("body_id", flat=True)) == {-left.pk}
    assert differences(9) == []


def test_a_wrong_sum_is_found(town: Town) -> None:
    write(town, seed=4, n=5)
    rebuild()
    wrong = (
        Cell.objects.filter(dimension=0, grain="m", body_id=town.body.pk).order_by("happening", "day").first()
    )
    assert wrong is not None
    Cell.objects.filter(pk=wrong.pk).update(n=wrong.n + 1)

    [found] = differences(9)
    assert found[:3] == (0, "m", town.body.pk)
    assert found[-2] == found[-1] + 1


def test_an_appeal_that_was_loaded_and_taken_out_again_counts_no_more(town: Town) -> None:
    [other] = tell(8, 1, (town.body.code,))
    story = Story(body=town.body.code, received=datetime(2025, 5, 5, 9, tzinfo=BISHKEK), due=date(2025, 5, 6))
    Writer(town).write([story, other])
    while fold(1000):
        pass

    Applicant.objects.filter(appeal_id=story.id).delete()
    Appeal.objects.filter(pk=story.id).delete()
    asked = [Asking(Period.of(code), EVERY, None, "kind") for code in ("2025", "2026")]
    agree(asked)
    while fold(1000):
        pass
    agree(asked)
    assert differences(9) == []
    assert not Fact.objects.filter(pk=story.id).exists()


def test_what_is_no_figure_leaves_no_change(town: Town) -> None:
    [story] = write(town, seed=6, n=1)
    while fold(1000):
        pass
    Appeal.objects.filter(pk=story.id).update(subject="Башка сөз", version=7)

    assert not Change.objects.exists()


def test_common_questions_are_answered_from_the_sums(town: Town) -> None:
    """Else they would be slow with millions of appeals."""
    some = frozenset({town.body.pk})
    common = [
        Asking(Period.of(code), EVERY, bodies, by)
        for code in ("2026", "2026-02")
        for bodies in (None, some)
        for by in (None, *DIMENSIONS)
    ]
    slow = {
        (asking.by, asking.period.code)
        for asking in common
        for need in needs(asking, date(2027, 1, 1))
        if make_plan(need, asking) is None
    }
    assert slow == set()


@pytest.mark.django_db(transaction=True)
def test_numbers_hold_while_two_clerks_and_the_worker_are_at_it(town: Town) -> None:
    told = write(town, seed=7, n=24)
    asked = [Asking(Period.of("2025"), EVERY, None, by) for by in (None, "kind", "month")]
    stop = threading.Event()
    with ThreadPoolExecutor(3) as pool:
        worker = pool.submit(_work, stop)
        clerks = [pool.submit(_clerk, seed, told) for seed in (1, 2)]
        while not all(clerk.done() for clerk in clerks):
            _agree_in_one_moment(asked)
        stop.set()
        for thread in (worker, *clerks):
            thread.result()

    assert differences(9) == []
    while fold(1000):
        pass
    agree(asked)


def _clerk(seed: int, told: list[Story]) -> None:
    dice = random.Random(seed)
    try:
        for _ in range(25):
            _change(dice, told)
    finally:
        connection.close()


def _work(stop: threading.Event) -> None:
    try:
        while not stop.is_set():
            with transaction.atomic():
                fold(7)
    finally:
        connection.close()


def _change(dice: random.Random, told: list[Story]) -> None:
    """One transaction of a clerk; the appeals in one order, so that two never wait for each other in a circle."""
    two = sorted(dice.sample([s.id for s in told], 2))
    with transaction.atomic():
        for pk in two:
            changes = {"kind": dice.choice(("proposal", "complaint")), "is_confidential": dice.random() < 0.5}
            Appeal.objects.filter(pk=pk).update(**changes)


def _agree_in_one_moment(asked: list[Asking]) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        agree(asked)
