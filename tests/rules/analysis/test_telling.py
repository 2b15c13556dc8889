"""A whole analysis in words: what an official would have written of these figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kairyluu.rules.analysis import telling
from kairyluu.rules.analysis.document import (
    FIGURES,
    Analysis,
    Pair,
    Row,
    Table,
    digest,
    from_json,
    in_order,
    to_json,
)
from kairyluu.rules.analysis.drawing import draw
from kairyluu.rules.analysis.in_english import English
from kairyluu.rules.analysis.keeping import NumbersChanged, demand_same_figures
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import LANGUAGES

OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31))
YEAR_BEFORE = Span(date(2025, 10, 1), date(2025, 10, 31))


def analysis(**changed: Any) -> Analysis:
    figures = {
        "received": Pair(1234, 1099),
        "registered": Pair(1230, 1095),
        "in_consideration": Pair(321, 300),
        "answered": Pair(1000, 900),
        "answered_in_time": Pair(950, 880),
        "answered_late": Pair(50, 20),
        "extended": Pair(21, 10),
        "overdue_now": Pair(0),
        "refused": Pair(12, 12),
        "days_median": Pair(9, 8),
        "days_p90": Pair(14, 13),
        "days_max": Pair(41, 30),
        "rated": Pair(40, 30),
        "rating_average": Pair(Decimal("4.25"), Decimal("4.00")),
        "share_satisfied": Pair(Decimal("77.5"), Decimal("70.0")),
        "near_copies": Pair(32, 30),
    }
    channels = (Row("portal", 700, 500), Row("post", 434, 499), Row("oral", 100, 100))
    values: dict[str, Any] = {
        "body": "da-o-alai",
        "title": {"ky": "Алай РМА", "ru": "Алайская РГА", "en": "Alai DA"},
        "span": OCTOBER,
        "compared_with": YEAR_BEFORE,
        "counted_on": date(2026, 11, 2),
        "figures": figures,
        "tables": (
            Table("channel", "received", 1234, channels, 1099),
            Table(
                "late_bodies",
                "own",
                50,
                (Row("a", 30, base=300), Row("b", 15, base=500), Row("c", 5, base=200)),
            ),
            Table("kind", "received", 3, (Row("x", 1), Row("y", 1), Row("z", 1)), 0),
        ),
        "names": {
            "channel": {
                "portal": {"ky": "портал", "ru": "портал", "en": "portal"},
                "post": {"ky": "почта", "ru": "почта", "en": "post"},
                "oral": {"ky": "оозеки", "ru": "устно", "en": "oral"},
            }
        },
    }
    return Analysis(**values | changed)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


KYRGYZ = {
    "total": "2026-жылдын октябрь айында 1 234 кайрылуу келип түштү. Бул 2025-жылдын октябрь айына салыштырганда "
    "(1 099) 135ке, же 12,3 %га көп. 1 230 кайрылуу катталды; 2026-жылдын 31-октябрына карата 321 кайрылуу каралууда.",
    "channel": "Келип түшкөн 1 234 кайрылуунун ичинен: портал — 700 (56,7 %), почта — 434 (35,2 %), оозеки — 100 (8,1 %).",
    "terms": "1 000 жооп жөнөтүлдү, анын ичинен өз убагында — 950 (95,0 %), мөөнөтү өткөрүлүп — 50 (5,0 %). "
    "Жооптордун жарымы 9 календардык күндөн кечиктирилбей, ар бир он "
    "жооптун тогузу 14 календардык күндөн кечиктирилбей берилди; эң узак мөөнөт — 41 календардык күн. 21 кайрылууну "
    "кароо мөөнөтү узартылды. 2026-жылдын 2-ноябрына карата мөөнөтү өткөн кайрылуу жок.",
    "late_bodies": "Үч орган айрым жоопторду мөөнөттөн кеч берген.",
    "hands": "32 жооп мурунку жоопту дээрлик кайталайт (жөнөтүлгөн жооптордун 3,2 %ы). Арыз ээлери 40 жоопко баа "
    "беришти, орточо баа — 5 ичинен 4,3. Канааттангандары — 77,5 %.",
}
RUSSIAN = {
    "total": "В октябре 2026 года поступило 1 234 обращения. Это на 135, или на 12,3 %, больше, чем в октябре 2025 года "
    "(1 099). Зарегистрировано 1 230 обращений; на 31 октября 2026 года рассматривается 321 обращение.",
    "channel": "Из 1 234 поступивших обращений: портал — 700 (56,7 %), почта — 434 (35,2 %), устно — 100 (8,1 %).",
    "terms": "Отправлено 1 000 ответов, из них в срок — 950 (95,0 %), с нарушением срока — 50 (5,0 %). "
    "Половина ответов дана не позднее чем за 9 календарных дней, девять из десяти — не "
    "позднее чем за 14 календарных дней; самый долгий срок — 41 календарный день. Срок рассмотрения продлён по 21 "
    "обращению. На 2 ноября 2026 года просроченных обращений нет.",
    "late_bodies": "Три органа дали часть ответов с нарушением срока.",
    "refusals": "В рассмотрении отказано по 12 обращениям.",
}


@pytest.mark.parametrize("block", KYRGYZ)
def test_kyrgyz(block: str) -> None:
    assert plain(telling.tell(analysis(), "ky")[block]) == KYRGYZ[block]


@pytest.mark.parametrize("block", RUSSIAN)
def test_russian(block: str) -> None:
    assert plain(telling.tell(analysis(), "ru")[block]) == RUSSIAN[block]


@pytest.mark.parametrize(
    ("now", "before", "ky", "ru"),
    [
        (974, 1147, "173кө, же 15,1 %га аз", "Это на 173, или на 15,1 %, меньше, чем"),
        (240, 100, "140ка, же 2,4 эсе көп", "Это на 140 больше, или в 2,4 раза больше, чем"),
        (500, 100, "400гө, же 5 эсе көп", "в 5 раз больше, чем"),
        (7, 7, "өзгөргөн жок", "число обращений не изменилось"),
        (7, 0, "2025-жылдын октябрь айында кайрылуу болгон эмес", "В октябре 2025 года обращений не было"),
        (7, None, "салыштыруу үчүн маалымат жок", "Данных для сравнения с тем же периодом прошлого года нет"),
    ],
)
def test_change_in_words(now: int, before: int | None, ky: str, ru: str) -> None:
    told = analysis(figures={"received": Pair(now, before)})
    assert ky in plain(telling.tell(told, "ky")["total"])
    assert ru in plain(telling.tell(told, "ru")["total"])


def test_english_has_its_verbs() -> None:
    english = English()
    assert english.forwarded(1) == "1 appeal was forwarded to the body in charge."
    assert english.overdue(12, date(2026, 11, 2)) == "As of 2 November 2026, 12 appeals were overdue."
    assert english.foremost("refused", 9, [("Anonymous", 4, None)]) == (
        "Of the 9 refusals, the largest groups were: Anonymous — 4."
    )


def test_what_cannot_be_compared_is_said_and_not_compared() -> None:
    told = analysis(not_comparable=("definition_changed",))
    assert "салыштырууга болбойт" in telling.tell(told, "ky")["total"]
    assert "1 099" not in plain(telling.tell(told, "ru")["total"])


def test_that_bodies_joined_since_is_said_beside_the_comparison() -> None:
    told = plain(telling.tell(analysis(not_comparable=("body_began",)), "ru")["total"])
    assert "1 099" in told
    assert "сравнение с прошлым годом неполное" in told


def test_rounding_is_named_where_it_shows_and_only_there() -> None:
    found = {table.code: telling.notes(table, "ru") for table in analysis().tables}
    assert any("округления" in note for note in found["kind"])
    assert not any("округления" in note for note in found["channel"])
    assert found["late_bodies"] == ["Доли рассчитаны от числа ответов, отправленных каждым органом."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_month_is_told_too(language: str) -> None:
    empty = analysis(figures={"received": Pair(0, 0), "answered": Pair(0, 0)}, tables=())
    told = telling.tell(empty, language)
    assert told["total"]
    assert told["measures"] == ""
    assert not any(digit in told["terms"] for digit in "123456789")


def test_the_figures_stand_in_their_order_though_the_database_sorts_names() -> None:
    names = [code for code, _pair in in_order({code: Pair(1, 1) for code in ("calls", *sorted(FIGURES))})]
    assert names == [*FIGURES, "calls"]


def test_lines_without_any_number_are_only_named() -> None:
    hidden = [Row(key, None, None) for key in ("a", "b")]
    table = Table("topic", "received", 30, (Row("c", 20, 15), *hidden), 20)
    assert telling.shown_and_gone(table, is_compared=True) == ([table.rows[0]], hidden)
    assert telling.shown_and_gone(replace(table, rows=table.rows[:2]), is_compared=True) == (
        list(table.rows[:2]),
        [],
    )


def test_what_is_frozen_tells_the_same_again() -> None:
    made = analysis()
    again = from_json(to_json(made))
    assert again == made
    assert digest(to_json(again)) == digest(to_json(made))
    assert draw(again, "ky") == draw(made, "ky")
    assert digest(to_json(replace(made, few=5))) != digest(to_json(made))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_states_its_base(language: str) -> None:
    drawn = draw(analysis(), language)
    tables = [part.table for part in drawn.parts if part.table and part.code != "total"]
    assert len(tables) == 3
    assert all(table.notes for table in tables)
    for table in tables:
        assert {len(row) for row in (*table.rows, *([table.total] if table.total else []))} == {
            len(table.columns)
        }


def test_words_may_change_and_numbers_may_not() -> None:
    counted = telling.tell(analysis(), "ky")["total"]
    demand_same_figures(counted, "Бул айда " + counted.replace("\u00a0", " "))
    with pytest.raises(NumbersChanged) as refused:
        demand_same_figures(counted, counted.replace("135", "153"))
    assert refused.value.facts == {"missing": ["135"], "added": ["153"]}
