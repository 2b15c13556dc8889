"""The invented country: the same from the same seed, whole for figures, lists and search, never beside real appeals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from kairyluu.data.appeals.models import (
    Answer,
    Appeal,
    Applicant,
    Confidant,
    Handover,
    Rating,
    Refusal,
    RegisterBook,
)
from kairyluu.data.figures import comparing
from kairyluu.data.figures.models import Change
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.demo.load import NotInDemoMode, RealAppealsPresent
from kairyluu.usecases.generating.columns import TABLES, table_of
from kairyluu.usecases.generating.generate import Generate, Generated, generate
from tests.cast import NOW, TODAY, Town
from tests.factories.appeals import received

pytestmark = pytest.mark.django_db
N = 600


@pytest.fixture(autouse=True)
def _demo(settings: LazySettings) -> None:
    settings.DEMO = True


def made(seed: int = 463, n: int = N, **more: Any) -> Generated:
    command = Generate(n_appeals=n, seed=seed, until=TODAY, **more)
    return generate(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda n: None)


@contextmanager
def undone() -> Iterator[None]:
    """As if it had not been."""
    before = transaction.savepoint()
    yield
    transaction.savepoint_rollback(before)


def rows() -> dict[str, Any]:
    """What stands in the filled tables, without numbers that the database gave."""
    given = ("id", "resolution_id", "book_id", "search")
    with connection.cursor() as cursor:
        found = {}
        for model in TABLES:
            dropped = " ".join(f"- '{name}'" for name in (given if model != "Appeal" else given[2:]))
            people = ("author", "executor", "official", "signer", "post")
            without = " ".join(f"- '{who}_id' - '{who}_post_id'" for who in people)
            cursor.execute(
                f"SELECT count(*), md5(string_agg(t, '' ORDER BY t)) FROM "
                f"(SELECT (to_jsonb(x) {dropped} {without} - 'marked_by_id')::text AS t FROM {table_of(model)} x) y"
            )
            found[model] = cursor.fetchone()
    return found


def test_a_seed_has_one_country_whichever_way_it_is_written(town: Town) -> None:
    with undone():
        first, plain = made(is_light=False), rows()
        assert not comparing.differences(5)
    with undone():
        second, light = made(is_light=True), rows()
        assert not comparing.differences(5)
        assert not Change.objects.exists()
    with undone():
        other = made(seed=7)

    assert first == second
    assert plain == light
    assert min(n for n, _ in plain.values()) > 0
    assert other.digest != first.digest


def test_indexes_and_walls_stand_afterwards_as_before(town: Town) -> None:
    def guards() -> list[tuple[str, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT indexdef, '' FROM pg_indexes WHERE tablename LIKE 'appeals_%%' UNION ALL "
                "SELECT conrelid::regclass::text || conname, pg_get_constraintdef(oid) FROM pg_constraint "
                "WHERE conrelid::regclass::text LIKE 'appeals_%%' UNION ALL "
                "SELECT tgrelid::regclass::text || tgname, tgenabled::text FROM pg_trigger "
                "WHERE NOT tgisinternal ORDER BY 1, 2"
            )
            # Put back, a condition is written with other casts and brackets; it says the same.
            cast = re.compile(r"::[a-z ]+(\[\])?|[()\s]")
            return sorted((cast.sub("", name), cast.sub("", rest)) for name, rest in cursor.fetchall())

    before = guards()
    made(n=50, is_light=True)

    assert guards() == before


def test_every_path_is_gone(town: Town) -> None:
    done = made()

    assert done.n_appeals == N == Appeal.objects.count() == Applicant.objects.count()
    states = set(Appeal.objects.values_list("state", flat=True))
    assert states >= {"answered", "refused", "forwarded", "withdrawn", "merged", "registered", "assigned"}
    late = Appeal.objects.raw("SELECT * FROM appeals_appeal WHERE closed_on > consideration_due_on")
    assert 0 < len(list(late)) < N / 4
    assert set(Handover.objects.values_list("kind", flat=True)) == {"whole", "review"}
    assert not Handover.objects.exclude(successor__origin__isnull=False).exists()
    assert Appeal.objects.filter(state="merged", merged_into__isnull=True).count() == 0
    assert Rating.objects.filter(appeal__state="answered").count() == Rating.objects.count() > 0
    assert Answer.objects.filter(n_returns=1).exists()
    assert Refusal.objects.count() == Appeal.objects.filter(state="refused").count()
    hidden = Appeal.objects.filter(is_confidential=True)
    assert Confidant.objects.count() == hidden.count() > 0
    assert not Applicant.objects.filter(appeal__in=hidden).exclude(surname="").exists()
    last = Appeal.objects.order_by("-received_at")[0]
    assert date(2026, 2, 20) < last.received_at.date() <= TODAY


def test_lists_and_search_show_it_and_numbers_go_on(town: Town) -> None:
    made()
    book = RegisterBook.objects.get(body=town.body, year=2026)
    client = Client()
    client.force_login(town.registrar.account)

    known = Appeal.objects.filter(body=town.body, state="answered", is_confidential=False).latest(
        "received_at"
    )
    assert known.number in client.get("/desk/lists/all/", {"q": known.number}).content.decode()
    for appeal in Appeal.objects.filter(body=town.body, is_confidential=False)[:5]:
        assert client.get(reverse("desk:case", args=[appeal.pk])).status_code == 200
    of_this_year = Appeal.objects.filter(book=book, serial__lt=1_000_000)
    assert sorted(of_this_year.values_list("serial", flat=True)) == list(range(1, book.last_serial + 1))


def test_it_is_refused_beside_appeals_and_outside_the_demo(town: Town, settings: LazySettings) -> None:
    received(town)
    with pytest.raises(RealAppealsPresent):
        made()
    settings.DEMO = False
    with pytest.raises(NotInDemoMode):
        made()
