"""Headers, days and words of somebody else's register."""

from __future__ import annotations

import datetime as dt

import pytest

from kairyluu.rules import states
from kairyluu.rules.legacy.cells import day, harmless, name_parts, plain
from kairyluu.rules.legacy.columns import ColumnTwice, HeaderNotFound, find_columns
from kairyluu.rules.legacy.rows import Reading, Row, Vocabulary

TODAY = dt.date(2026, 3, 10)
HEADERS = {"рег номер": "number", "катталган номери": "number", "number": "number"} | {
    "дата поступления": "received",
    "келген куну": "received",
    "received": "received",
    "результат": "outcome",
    "дата ответа": "answered",
    "канал": "channel",
    "заявитель": "applicant",
    "продлено": "extended",
}
WORDS = Vocabulary(
    {
        "channel": {"почта": "post"},
        "outcome": {
            "разъяснено": "explained",
            "на контроле": "under_control",
            "отказано": "refused_consideration",
        },
        "yes_no": {"да": "yes", "нет": "no"},
    },
    marks=frozenset({"under_control"}),
    organisations=("осоо",),
)


@pytest.mark.parametrize(
    "header",
    [("Рег. номер", "Дата поступления"), ("Катталган номери", "Келген күнү"), ("Number", "RECEIVED")],
)
def test_a_header_is_known_in_three_languages_below_a_title(header: tuple[str, str]) -> None:
    found = find_columns([["Журнал за 2019 год"], [], ["Что-то", *header]], HEADERS)

    assert found.places == {"number": 1, "received": 2}
    assert found.line == 2
    assert found.unknown == ("Что-то",)


def test_a_table_without_its_number_is_refused_with_what_was_seen() -> None:
    with pytest.raises(HeaderNotFound) as refused:
        find_columns([["Дата поступления", "Канал"]], HEADERS)

    assert refused.value.facts["seen"] == ["Дата поступления", "Канал"]


def test_two_columns_of_one_meaning_are_refused() -> None:
    with pytest.raises(ColumnTwice):
        find_columns([["Number", "Received", "Рег номер"]], HEADERS)


@pytest.mark.parametrize(
    "text", ["31.12.2019", "31/12/19", "2019-12-31", "2019-12-31 10:20", "31.12.2019 г.", "31.12.2019 9:05"]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert day(text) == dt.date(2019, 12, 31)


@pytest.mark.parametrize("text", ["32.12.2019", "вчера", "12.2019", ""])
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(ValueError):
        day(text)


def test_cells_become_plain_lines_and_no_formula_leaves() -> None:
    cells = [plain(value) for value in (None, 12.0, dt.datetime(2019, 5, 1), " а \n б ", 3)]  # noqa: DTZ001

    assert cells == ["", "12", "2019-05-01", "а б", "3"]
    assert harmless('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert name_parts("Асанов Асан Үсөн уулу") == ("Асанов", "Асан", "Үсөн уулу")


def read(**said: str) -> Row:
    columns = find_columns(
        [
            [
                "Number",
                "Received",
                *(k for k in HEADERS if HEADERS[k] in said and HEADERS[k] not in ("number", "received")),
            ]
        ],
        HEADERS,
    )
    cells = ["7", "01.02.2019", *("" for _ in range(len(columns.places) - 2))]
    for name, value in said.items():
        cells[columns.places[name]] = value
    return Reading(columns, WORDS, TODAY).read(cells)


def test_an_answered_row_is_answered() -> None:
    row = read(outcome="Разъяснено", answered="14.02.2019", channel="Почта", extended="да")

    assert not row.faults
    assert (row.state, row.codes["outcome"], row.codes["channel"]) == (states.ANSWERED, "explained", "post")
    assert row.is_extended
    assert (row.received, row.registered, row.answered) == (
        dt.date(2019, 2, 1),
        dt.date(2019, 2, 1),
        dt.date(2019, 2, 14),
    )


def test_a_row_without_an_answer_is_kept_closed() -> None:
    assert read().state == states.UNANSWERED
    marked = read(outcome="на контроле")
    assert (marked.state, marked.is_controlled, marked.codes["outcome"]) == (states.UNANSWERED, True, "")


def test_a_refusal_is_refused_and_an_organisation_is_one() -> None:
    row = read(outcome="отказано", answered="2019-02-03", applicant="ОсОО Ак-Суу")

    assert (row.state, row.organisation, row.person) == (states.REFUSED, "ОсОО Ак-Суу", ("", "", ""))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"number": ""}, "missing"),
        ({"received": ""}, "missing"),
        ({"received": "вчера"}, "not_a_day"),
        ({"received": "01.02.2099"}, "day_outside"),
        ({"answered": "01.01.2019"}, "answered_before_registered"),
        ({"outcome": "разъяснено"}, "outcome_without_day"),
        ({"channel": "голубь"}, "unknown_word"),
        ({"extended": "может быть"}, "unknown_word"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(said: dict[str, str], reason: str) -> None:
    assert [fault.code for fault in read(**said).faults] == [reason]
