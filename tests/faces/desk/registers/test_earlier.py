"""A registrar brings an earlier register, reads what is wrong in it, loads it, sees its appeals marked, and takes it back."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client

from kairyluu.data.appeals.models import Appeal, LegacyBatch, LegacyRow, LegacyUpload
from kairyluu.data.journal.models import Entry, Look
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.legacy.brought.uploads import KEPT_FOR, SILENT, SweepUploads, sweep_uploads
from kairyluu.usecases.legacy.brought.working import WorkUpload, work_upload
from kairyluu.usecases.legacy.files import open_sheet
from tests.cast import NOW, Town
from tests.faces.desk.entering import at_desk

pytestmark = pytest.mark.django_db
PAGE = "/desk/register-book/earlier/"
REGISTER = """Рег. №;Дата поступления;Результат;Дата ответа;ФИО;Краткое содержание;Цвет
К-1;04.02.2019;разъяснено;20.02.2019;Үсөнов Азамат;Кезек жөнүндө;
К-2;05.02.2019;;;;;
К-3;кечээ;разъяснено;21.02.2019;Асанова Бермет;;
"""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def bring(client: Client, text: str = REGISTER, name: str = "journal-2019.csv") -> HttpResponse:
    file = SimpleUploadedFile(name, text.encode())
    return client.post(PAGE, {"file": file})


def work() -> str:
    return work_upload(WorkUpload(LegacyUpload.objects.get().pk), now=NOW)


def shown(client: Client, address: str, language: str = "ru") -> str:
    client.cookies["til"] = language
    return html.unescape(client.get(address, follow=True).content.decode())


def loaded(client: Client) -> str:
    """The page of the batch."""
    page = bring(client)["Location"]
    work()
    client.post(page)
    work()
    return str(client.get(page)["Location"])


def test_it_is_checked_before_anything_is_loaded(town: Town) -> None:
    client = at_desk(town.registrar)
    assert 'href="/desk/register-book/earlier/"' in shown(client, "/desk/")

    page = bring(client)["Location"]
    assert 'http-equiv="refresh"' in shown(client, page)
    assert work() == "checked"

    said = shown(client, page)
    assert "http-equiv" not in said
    assert "Загрузить 2 обращения" in said
    assert "«Дата поступления»: «кечээ» не дата" in said
    assert "К-3 · кечээ" in said
    assert "Цвет" in said
    assert not Appeal.objects.exists()
    assert Entry.objects.filter(act="bring_register").exists()


def test_its_appeals_are_marked_and_what_was_not_taken_is_a_table(town: Town) -> None:
    client = at_desk(town.registrar)
    batch = loaded(client)

    told = shown(client, batch)
    assert town.registrar.account.full_name in told
    table = client.get(f"{batch}refused.csv").content.decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(table))
    assert head[2:] == REGISTER.splitlines()[0].split(";")
    assert (row[0], row[2]) == ("3", "К-3")
    assert Look.objects.get(what="refused_rows").facts["n"] == 1

    appeal = Appeal.objects.get(number="К-1")
    case = shown(client, f"/desk/appeals/{appeal.pk}/", "ky")
    assert re.search(r"journal-2019\.csv, \d\d\.\d\d\.2026 жүктөлгөн, 1-сап", case)
    for address in ("/desk/lists/answered/", "/desk/register-book/?from=01.01.2019&to=31.12.2019"):
        assert "Мурунку каттоо китеби" in shown(client, address, "ky").partition("<h1")[2], address


def test_it_is_taken_back_with_a_reason(town: Town) -> None:
    client = at_desk(town.registrar)
    batch = loaded(client)

    assert client.post(batch, {"reason": " "}).status_code == 422
    client.post(batch, {"reason": "Башка жылдыкы экен"})

    assert not Appeal.objects.exists()
    assert "Башка жылдыкы экен" in shown(client, batch)
    assert Entry.objects.get(act="undo_import").facts["reason"] == "Башка жылдыкы экен"
    assert "отозван" in shown(client, PAGE)


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (REGISTER, "journal.pdf", "не CSV и не XLSX"),
        ("", "journal.csv", "Файл пуст"),
    ],
)
def test_what_is_no_table_is_said_at_once(town: Town, text: str, name: str, said: str) -> None:
    client = at_desk(town.registrar)
    client.cookies["til"] = "ru"

    answer = bring(client, text, name)

    assert answer.status_code == 422
    assert said in answer.content.decode()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_without_its_header_fails_in_words(town: Town, name: str) -> None:
    client = at_desk(town.registrar)
    page = bring(client, "one;two\n1;2\n", name)["Location"]

    assert work() == "failed"
    said = shown(client, page)
    assert ("заголовка не найдена" if name == "a.csv" else "Файл не читается") in said


def test_nobody_else_finds_the_page(town: Town) -> None:
    batch = loaded(at_desk(town.registrar))

    for member in (town.foreign_registrar, town.executor, town.overseer):
        client = at_desk(member)
        assert client.get(batch).status_code == 404
        assert client.post(batch, {"reason": "x"}).status_code == 404
    assert at_desk(town.executor).get(PAGE).status_code == 404
    assert LegacyBatch.objects.get().undone_at is None


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_empty_table_has_headers_that_are_known(town: Town, ending: str, language: str, tmp_path) -> None:
    client = at_desk(town.registrar)
    client.cookies["til"] = language
    file = tmp_path / f"register.{ending}"
    file.write_bytes(client.get(f"{PAGE}register.{ending}").content)
    with open_sheet(file) as sheet:
        header = next(sheet.lines)

    bring(client, ";".join(header) + "\n" + ";".join(["К-9", "04.02.2019"]), "filled.csv")
    assert work() == "checked"
    upload = LegacyUpload.objects.get()
    assert (upload.n_good, upload.findings["unknown"], len(header)) == (1, [], 22)


def test_what_a_kill_left_is_taken_up_again(town: Town) -> None:
    bring(at_desk(town.registrar))

    assert sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=NOW + SILENT) == 0
    assert sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=NOW + 2 * SILENT) == 1
    work()
    sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=NOW + KEPT_FOR)
    assert LegacyUpload.objects.exists()
    sweep_uploads(SweepUploads(), actor=SYSTEM_ACTOR, now=NOW + KEPT_FOR + SILENT)
    assert not LegacyUpload.objects.exists()


@pytest.mark.parametrize(
    "statement", ["UPDATE appeals_legacyrow SET line = 9", "DELETE FROM appeals_legacyrow"]
)
def test_a_row_is_not_changed_in_silence(town: Town, statement: str) -> None:
    loaded(at_desk(town.registrar))

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert LegacyRow.objects.count() == 2
