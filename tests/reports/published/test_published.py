"""The published tables: what is shown is exact, what is small is hidden, and nobody finds himself complained about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import cycle

import pytest

from kairyluu.data.agencies.models import Territory
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Rating
from kairyluu.reports import keeping
from kairyluu.reports.published.overview import read_overview
from kairyluu.reports.published.reading import Published, PublishedLine, read_published
from kairyluu.reports.published.tables import APART, TABLES, districts_of
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.workdays import BISHKEK
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.factories.copies import copied

TODAY = date(2026, 11, 22)
YEAR, MARCH = Period.year(2025), Period.month(2025, 3)
DAYS = [date(2025, month, 14) for month in range(1, 13)]


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    keeping.forget()
    yield
    keeping.forget()


@pytest.fixture
def answered(town: Town) -> Appeal:
    """One to copy; itself of another year."""
    return appeals.answered(town)


def read(slug: str, period: Period, oblast: str = "") -> Published:
    table = districts_of(oblast) if oblast else TABLES[slug]
    return read_published(table, period, now=NOW.replace(month=11, day=22), today=TODAY)


def line(published: Published, key: str) -> PublishedLine:
    return next(found for found in published.lines if found.key == key)


def test_what_is_shown_is_exact(town: Town, answered: Appeal) -> None:
    for day in DAYS:
        copied(answered, 6, on=day)
    copied(answered, 7, on=date(2025, 3, 20), consideration_due_on=date(2025, 3, 10))

    year, march = read("bodies", YEAR), read("bodies", MARCH)

    assert line(year, town.body.code).now["received"].value == 79
    assert line(march, town.body.code).now["received"].value == 13
    assert line(march, town.body.code).now["answered_late"].value == 7
    assert line(march, town.body.code).now["answered"].value == 13
    assert str(line(march, town.body.code).now["share_in_time"].value) == "46.2"
    assert year.total.now["received"].value == 79


def test_a_small_body_is_hidden_with_another_one_but_its_year_is_shown(town: Town, answered: Appeal) -> None:
    for day in DAYS:
        copied(answered, 1, on=day, body=town.foreign_body)
        copied(answered, 6, on=day, body=town.ministry)
        copied(answered, 30, on=day)

    march, year = read("bodies", MARCH), read("bodies", YEAR)

    for body, in_march in ((town.foreign_body, None), (town.ministry, None), (town.body, 30)):
        cell = line(march, body.code).now["received"]
        assert (cell.value, cell.is_hidden) == (in_march, in_march is None)
    assert line(year, town.foreign_body.code).now["received"].value == 12
    assert march.total.now["received"].value == 37


def test_shares_and_days_of_hidden_numbers_are_hidden(town: Town, answered: Appeal) -> None:
    copied(answered, 40, on=DAYS[2])
    copied(answered, 2, on=DAYS[2], consideration_due_on=date(2025, 3, 1))
    copied(answered, 3, on=DAYS[2], kind="complaint")

    kinds, bodies = read("kinds", MARCH), read("bodies", MARCH)

    assert line(bodies, town.body.code).now["answered_late"].is_hidden
    assert line(bodies, town.body.code).now["share_in_time"].is_hidden
    assert all(line(kinds, kind).now["days_median"].is_hidden for kind in ("application", "complaint"))


def test_nobody_finds_himself_complained_about(town: Town, answered: Appeal) -> None:
    """The registrar of a body knows its register; the published figures of the body must be just that."""
    for day in DAYS:
        copied(answered, 6, on=day)
        copied(answered, 6, on=day, body=town.ministry)
    before = line(read("bodies", YEAR), town.body.code)
    copied(answered, 6, on=DAYS[4], kind="complaint", subject="Кызматкер жөнүндө")
    named = list(Appeal.objects.filter(subject="Кызматкер жөнүндө"))
    ComplaintTarget.objects.bulk_create(
        ComplaintTarget(appeal=a, official=town.executor.official) for a in named
    )
    copied(answered, 6, on=DAYS[5], is_confidential=True)
    keeping.forget()

    after = read("bodies", YEAR)

    assert line(after, town.body.code).now == before.now
    assert line(after, APART).now["received"].value == 12
    assert after.total.now["received"].value == 156


def rate(answers: Iterable[Appeal], *scores: int) -> None:
    for appeal, score in zip(answers, cycle(scores)):
        at = datetime.combine(date(2025, 3, 20), time(9), BISHKEK)
        Rating.objects.create(appeal=appeal, score=score, is_resolved=True, rated_at=at)


def test_satisfaction_by_body_is_exact_hidden_where_few_rated_and_without_what_is_apart(
    town: Town, answered: Appeal
) -> None:
    copied(answered, 24, on=DAYS[1])
    copied(answered, 12, on=DAYS[1], body=town.ministry)
    copied(answered, 12, on=DAYS[1], body=town.foreign_body)
    copied(answered, 7, on=DAYS[1], is_confidential=True)
    own = Appeal.objects.filter(body=town.body, is_confidential=False).exclude(pk=answered.pk)
    rate(own, 5, 4, 3)
    rate(Appeal.objects.filter(body=town.ministry), 5, 1)
    rate(Appeal.objects.filter(body=town.foreign_body)[:7], 5, 5, 5, 5, 5, 1, 1)
    rate(Appeal.objects.filter(is_confidential=True), 5)

    found = read("satisfaction-bodies", MARCH)

    now = line(found, town.body.code).now
    assert (now["rated"].value, now["satisfied"].value, str(now["share_satisfied"].value)) == (24, 16, "66.7")
    assert line(found, APART).now["satisfied"].value == 7
    few = line(found, town.foreign_body.code).now
    assert few["satisfied"].value == 5
    assert few["rated"].is_hidden
    assert few["share_satisfied"].is_hidden
    assert (found.total.now["rated"].value, found.total.now["satisfied"].value) == (50, 34)
    by_region = read("satisfaction", MARCH)
    assert by_region.total.now["rated"].value == 50
    assert by_region.total.now == {code: cell for code, cell in found.total.now.items()}


def test_districts_add_up_to_their_oblast_and_cities_to_their_district(town: Town, answered: Appeal) -> None:
    alai = Territory.objects.get(code="kg-o-alai")
    oblast = alai.parent
    assert oblast is not None
    village = Territory.objects.filter(parent=alai).first()
    for day in DAYS:
        copied(answered, 6, on=day, territory_id=alai.pk)
        copied(answered, 7, on=day, territory_id=oblast.pk)
        copied(answered, 5, on=day, territory_id=(village or alai).pk)

    inside, regions = read("", YEAR, oblast.code), read("regions", YEAR)

    assert line(inside, "kg-o-alai").now["lodged"].value == 11 * 12
    assert line(inside, oblast.code).now["lodged"].value == 7 * 12
    assert inside.total.now == {
        code: cell for code, cell in line(regions, oblast.code).now.items() if code != "days_median"
    }


def test_the_running_month_is_not_counted_but_open_ones_are_of_this_moment(
    town: Town, answered: Appeal
) -> None:
    copied(answered, 9, on=date(2026, 11, 3))
    copied(answered, 9, on=date(2026, 10, 3))
    for _ in range(5):
        appeals.registered(town)

    found = read_overview(Period.months(2026, 10), now=NOW.replace(month=11, day=22), today=TODAY)

    assert found.months[9].now["lodged"].value == 9
    assert len(found.months) == 10
    assert found.open_now["in_consideration"].value == 5


def test_an_overview_equals_its_months(town: Town, answered: Appeal) -> None:
    for n, day in enumerate(DAYS):
        copied(answered, 6 + n, on=day)

    found = read_overview(YEAR, now=NOW.replace(month=11, day=22), today=TODAY)

    assert sum(int(month.now["lodged"].value or 0) for month in found.months) == 138
    assert found.figures.now["lodged"].value == 138
    assert found.figures.before["lodged"].value == 0
    assert found.figures.now["days_median"].value == 0
