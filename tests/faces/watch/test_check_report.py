"""An analyst sees what in a published table does not come out."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import Town

pytestmark = pytest.mark.django_db
REPORTS = Path(__file__).parents[2] / "rules" / "published" / "reports.json"
PAGE = "/watch/check-report/"


def sent(town: Town, content: bytes, language: str = "ru") -> tuple[int, str]:
    client = Client()
    client.force_login(town.registrar.account)
    client.cookies["til"] = language
    answer = client.post(PAGE, {"file": SimpleUploadedFile("reports.json", content)})
    return answer.status_code, html.unescape(answer.content.decode())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ky", "other: 37,0 % жазылган, 37,1 % чыгат"),
        ("ru", "сумма строк 1145, в итоге 1147: 2 нет ни в одной строке"),
        ("en", "5.27 % comes out"),
    ],
)
def test_every_finding_is_a_sentence(town: Town, language: str, said: str) -> None:
    status, page = sent(town, REPORTS.read_bytes(), language)

    assert status == 200
    assert said in page
    assert page.count('class="panel"') == 15


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Файл пуст."),
        (b"{", "Не JSON: строка 1, знак 2."),
        (b'{"tables": {"<b>": 5}}', "Таблица «<b>» устроена иначе"),
        (b" " * 5_000_001, "Файл пуст."),
        (b"1" * 5_000_001, "Файл больше 5 МБ."),
    ],
)
def test_what_is_no_table_is_said(town: Town, content: bytes, said: str) -> None:
    status, page = sent(town, content)

    assert status == 422
    assert said in page


def test_it_is_no_page_for_others(town: Town) -> None:
    client = Client()
    client.force_login(town.citizen.account)

    assert client.get(PAGE).status_code == 404
