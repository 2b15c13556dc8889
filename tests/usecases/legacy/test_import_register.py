"""Registers of earlier years: loaded once, refused with reasons, gone on with, taken back."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from kairyluu.data.appeals.models import Appeal, Applicant, LegacyBatch, LegacyRefusal, LegacyRow
from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.design.registers import reasons_in_words
from kairyluu.faces.commands.registers.import_register import write_report
from kairyluu.queries.lists.queues import Asked, Filters, count_queues, find_queue, list_queue, queues_of
from kairyluu.queries.sight import find_sight
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.legacy import load
from kairyluu.usecases.legacy.batches import BatchInUse, NoSuchBatch, UndoBatch, undo_batch
from kairyluu.usecases.legacy.load import ImportRegister, Loaded, import_register
from tests.cast import NOW, TODAY, Town
from tests.factories.appeals import registered

pytestmark = pytest.mark.django_db
HEADER = [
    "Рег. №",
    "Дата поступления",
    "Канал",
    "Тематика",
    "Результат",
    "Дата ответа",
    "ФИО",
    "Краткое содержание",
]
ANSWERED = [
    "1",
    "04.02.2019",
    "Почта",
    "Турак жай",
    "Разъяснено",
    "20.02.2019",
    "Асанов Асан Асанович",
    "О квартире",
]
WITHOUT_ANSWER = ["2", "05.02.2019", "Портал", "housing", "", "", "", ""]
REFUSED = ["3", "06.02.2019", "по почте", "", "отказано в рассмотрении", "07.02.2019", "ОсОО «Ак-Суу»", ""]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        *rows: list[str], name: str = "journal.csv", encoding: str = "utf-8", mark: str = ","
    ) -> Path:
        text = io.StringIO()
        csv.writer(text, delimiter=mark).writerows([HEADER, *rows])
        (tmp_path / name).write_bytes(text.getvalue().encode(encoding))
        return tmp_path / name

    return written


def loaded(file: Path, town: Town, **more: Any) -> Loaded:
    command = ImportRegister(file=file, body=town.body.code, **more)
    return import_register(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda share, n: None)


def test_rows_become_closed_appeals_that_tell_nobody(town: Town, write: Write) -> None:
    done = loaded(write(ANSWERED, WITHOUT_ANSWER, REFUSED), town)

    assert (done.n_loaded, done.n_refused) == (3, 0)
    rows = {appeal.number: appeal for appeal in Appeal.objects.filter(legacy_row__batch=done.batch_id)}
    assert [rows[n].state for n in "123"] == ["answered", "unanswered", "refused"]
    assert not any(appeal.is_open or appeal.due_on for appeal in rows.values())
    assert str(rows["1"].consideration_due_on) == "2019-02-22"
    assert (rows["1"].outcome and rows["1"].outcome.code, rows["1"].subject) == ("explained", "О квартире")
    assert rows["2"].closed_on == TODAY
    people = {p.appeal.number: p for p in Applicant.objects.select_related("appeal")}
    assert people["2"].full_name == people["2"].home_address == ""
    assert people["1"].patronymic == "Асанович"
    assert people["3"].organisation == "ОсОО «Ак-Суу»"
    assert not Notice.objects.exists()
    assert list(Entry.objects.values_list("act", flat=True)) == ["import_register", "register_imported"]


def test_they_are_found_but_no_list_of_duties_holds_them(town: Town, write: Write) -> None:
    loaded(write(ANSWERED, WITHOUT_ANSWER), town)
    sight = find_sight(town.akim.actor, town.body.code)

    counted = {code: count.n for code, count in count_queues(sight, queues_of(sight), TODAY).items()}
    assert {code: n for code, n in counted.items() if n} == {"answered": 1, "otherwise": 1, "all": 2}
    found = list_queue(sight, Asked(queue=find_queue("all"), filters=Filters(text="квартире")), TODAY)
    assert [row.number for row in found.rows] == ["1"]


def test_the_case_opens_with_nobody_under_it(town: Town, write: Write) -> None:
    loaded(write(ANSWERED, WITHOUT_ANSWER), town)
    client = Client()
    client.force_login(town.registrar.account)

    for appeal in Appeal.objects.all():
        answer = client.get(reverse("desk:case", args=[appeal.pk]))
        assert answer.status_code == 200
        assert appeal.number in answer.content.decode()
    assert "О квартире" in client.get(reverse("desk:queue", args=["all"])).content.decode()


@pytest.mark.parametrize(("encoding", "mark"), [("cp1251", ";"), ("utf-8-sig", "\t"), ("utf-16", ",")])
def test_encodings_and_separators_are_found_out(town: Town, write: Write, encoding: str, mark: str) -> None:
    done = loaded(write(REFUSED, encoding=encoding, mark=mark), town)

    assert (done.n_loaded, done.unknown) == (1, ())


def test_a_sheet_is_read_without_its_formulas(town: Town, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Эски журнал"])
    sheet.append(HEADER)
    sheet.append(
        [1, NOW.replace(tzinfo=None), "Почта", "Турак жай", "", "", '=HYPERLINK("http://x")', "=1+1"]
    )
    book.save(tmp_path / "journal.xlsx")

    assert loaded(tmp_path / "journal.xlsx", town).n_loaded == 1

    assert Appeal.objects.get().subject == "Турак жай"
    assert Applicant.objects.get().full_name == ""


def test_a_refused_row_is_reported_with_its_reasons(town: Town, write: Write, tmp_path: Path) -> None:
    bad = ["9", "вчера", "голубь", "", "", "", "=cmd()", ""]
    done = loaded(write(ANSWERED, ANSWERED, bad), town)

    assert (done.n_loaded, done.n_refused) == (1, 2)
    assert [(line, [r["code"] for r in reasons]) for line, reasons, _ in done.refused] == [
        (2, ["twice"]),
        (3, ["not_a_day", "unknown_word"]),
    ]
    write_report(tmp_path / "report.csv", done, "ru")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig") as opened:
        head, _, told = csv.reader(opened)
    assert head[:3] == ["Строка", "Причина", "Рег. №"]
    assert told[1] == "«Дата поступления»: «вчера» не дата; «Канал поступления»: слово «голубь» неизвестно"
    assert told[8] == "'=cmd()"


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_reason_has_words(language: str) -> None:
    codes = (
        "missing",
        "too_long",
        "not_a_day",
        "day_outside",
        "registered_before_received",
        "twice",
        "known",
    )
    codes += ("answered_before_registered", "unknown_word", "outcome_without_day")
    reasons = [{"code": code, "column": "number", "value": "7"} for code in codes]

    assert len(set(reasons_in_words(reasons, language).split("; "))) == len(codes)


def test_a_killed_run_goes_on_and_nothing_is_doubled(
    town: Town, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(*([str(n), *ANSWERED[1:]] for n in range(1, 26)))
    monkeypatch.setattr(load, "CHUNK", 10)

    def killed(share: float, n_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_register(
            ImportRegister(file=file, body=town.body.code), actor=SYSTEM_ACTOR, now=NOW, tell=killed
        )
    assert (Appeal.objects.count(), LegacyBatch.objects.get().n_read) == (10, 10)

    assert loaded(file, town).n_loaded == 25
    assert sorted(LegacyRow.objects.values_list("line", flat=True)) == list(range(1, 26))
    again = loaded(file, town)
    assert (again.was_finished, Appeal.objects.count()) == (True, 25)


def test_a_number_is_taken_once_also_from_another_file(town: Town, write: Write) -> None:
    own = registered(town)
    loaded(write(ANSWERED), town)
    newer = [own.number, "04.02.2026", *WITHOUT_ANSWER[2:]]

    done = loaded(write(ANSWERED, REFUSED, newer, name="second.csv"), town)

    assert (done.n_loaded, [reasons[0]["code"] for _, reasons, _ in done.refused]) == (1, ["known", "known"])


def test_a_dry_run_says_the_same_and_writes_nothing(town: Town, write: Write) -> None:
    file = write(ANSWERED, ANSWERED, WITHOUT_ANSWER)
    tried = loaded(file, town, is_dry_run=True)

    assert (tried.n_loaded, tried.n_refused) == (2, 1)
    assert not Appeal.objects.exists()
    assert not LegacyBatch.objects.exists()
    assert not Entry.objects.exists()
    done = loaded(file, town)
    assert done.refused == tried.refused


def test_a_batch_is_taken_back_and_can_come_again(town: Town, write: Write) -> None:
    file = write(ANSWERED, ANSWERED, REFUSED)
    first = loaded(file, town)
    assert first.batch_id is not None

    undo_batch(UndoBatch(first.batch_id), actor=SYSTEM_ACTOR, now=NOW)

    assert not any(model.objects.exists() for model in (Appeal, Applicant, LegacyRow, LegacyRefusal))
    assert LegacyBatch.objects.get().undone_at == NOW
    assert Entry.objects.filter(act="undo_import", facts__appeals=2).exists()
    with pytest.raises(NoSuchBatch):
        undo_batch(UndoBatch(first.batch_id), actor=SYSTEM_ACTOR, now=NOW)
    assert loaded(file, town).n_loaded == 2


def test_a_batch_somebody_worked_with_stays(town: Town, write: Write) -> None:
    done = loaded(write(ANSWERED, REFUSED), town)
    assert done.batch_id is not None
    touched = Appeal.objects.get(number="1")
    record("note_finding", actor=SYSTEM_ACTOR, now=NOW, appeal_id=touched.pk)

    with pytest.raises(BatchInUse):
        undo_batch(UndoBatch(done.batch_id), actor=SYSTEM_ACTOR, now=NOW)
    assert Appeal.objects.count() == 2


def test_only_the_keeper_loads(town: Town, write: Write) -> None:
    command = ImportRegister(file=write(ANSWERED), body=town.body.code)

    for member in (town.akim, town.body_admin, town.citizen):
        with pytest.raises(NotAllowed):
            import_register(command, actor=member.actor, now=NOW, tell=lambda share, n: None)
    done = import_register(
        command, actor=town.operator_of_the_system.actor, now=NOW, tell=lambda share, n: None
    )
    assert done.n_loaded == 1
