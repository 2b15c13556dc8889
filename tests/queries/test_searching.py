"""Search as people type: other letters, other cases, beginnings, parts of numbers, junk."""

from __future__ import annotations

import time

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.lists import searching
from kairyluu.queries.lists.queues import Asked, Filters, find_queue, list_queue
from kairyluu.queries.sight import find_sight
from tests.cast import TODAY, Town
from tests.factories import appeals


def found(town: Town, text: str) -> int:
    sight = find_sight(town.registrar.actor, town.body.code)
    asked = Asked(queue=find_queue("all"), filters=Filters(text=text))
    return list_queue(sight, asked, TODAY).total.n


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Көчөдө жарык жок", "көчө"),
        ("Көчөдө жарык жок", "кочо"),
        ("Көчөдө жарык жок", "КОЧО"),
        ("Үмөт айылы", "Умот"),
        ("Умот айылы", "үмөт"),
        ("Жаңы мектеп", "жаны мектеп"),
        ("Ёлка не убрана", "елка"),
        ("Елка не убрана", "ЁЛКА"),
        ("Нет дороги в село", "дорогой"),
        ("Не чистят дороги", "дорога"),
        ("Мектептин чатыры агат", "мектеп чатыр"),
    ],
)
def test_spellings_of_one_word_find_each_other(town: Town, written: str, typed: str) -> None:
    appeals.received(town, subject=written)

    assert found(town, typed) == 1


@pytest.mark.parametrize("typed", ["Үлгүбаева", "улгубаева айгул", "Айгүл Ток"])
def test_applicant_is_found_by_name(town: Town, typed: str) -> None:
    appeals.received(town)

    assert found(town, typed) == 1


def test_appeal_is_found_by_parts_of_its_numbers(town: Town) -> None:
    appeal = appeals.registered(town)
    tracking = appeal.tracking_number

    for typed in (
        appeal.number,
        appeal.number[:-1],
        str(appeal.serial),
        tracking,
        tracking[:6],
        tracking.replace("-", ""),
    ):
        assert found(town, typed) == 1, typed


@pytest.mark.parametrize(
    "typed", ["мектеп", "99", "26-999-999-9", "%", "_", "'", "\\", "&", "!", "(", "a:*b", "🙂", "а & б"]
)
def test_what_is_not_there_is_not_found(town: Town, typed: str) -> None:
    appeals.received(town)

    assert found(town, typed) == 0


def test_all_words_must_be_met(town: Town) -> None:
    appeals.received(town, subject="Көчөдө жарык жок")

    assert found(town, "көчө жарык") == 1
    assert found(town, "көчө жөлөкпул") == 0


def test_frequent_words_are_met_along_the_list(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        appeals.received(town)
    monkeypatch.setattr(searching, "FEW", 2)
    sight = find_sight(town.registrar.actor, town.body.code)

    page = list_queue(sight, Asked(queue=find_queue("all"), filters=Filters(text="суу")), TODAY)

    assert len(page.rows) == 3
    assert page.total.is_more


def test_junk_takes_no_longer_than_words(town: Town) -> None:
    since = time.monotonic()

    for junk in ("а" * 100_000, "\u0301" * 100_000, "'&|!():*<>" * 10_000, "1" * 100_000, "а " * 50_000):
        found(town, junk)

    assert time.monotonic() - since < 3
    assert not Appeal.objects.exists()
