"""Taking the proof file at the desk."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from kairyluu.data.journal.models import TakenProof
from tests.cast import Town
from tests.faces.desk.case_pages import at_desk, offers, text_of, url
from tests.factories import appeals


@pytest.mark.parametrize(("who", "may"), [("akim", True), ("overseer", True), ("executor", False)])
def test_the_case_page_leads_to_it_for_who_may_take_it(town: Town, who: str, may: bool) -> None:
    appeal = appeals.assigned(town)
    client = at_desk(getattr(town, who))

    assert offers(text_of(client.get(url(appeal))), appeal, "proof") == may
    assert client.get(url(appeal, "proof/")).status_code == (200 if may else 404)
    assert client.post(url(appeal, "proof/")).status_code == (200 if may else 404)


def test_the_page_says_who_took_one_before(town: Town) -> None:
    appeal = appeals.assigned(town)
    client = at_desk(town.akim)
    client.post(url(appeal, "proof/"), {"language": "ru"})

    page = text_of(client.get(url(appeal, "proof/")))

    proof = TakenProof.objects.get()
    assert proof.code in page
    assert proof.taken_by in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ky", ("Абалы Каралууда", "Катталды. ", "Түрү Арыз")),
        ("ru", ("Состояние На рассмотрении", "Зарегистрировано. ", "Вид Заявление")),
        ("en", ("State Under consideration", "Registered. ", "Kind Application")),
        ("xx", ("Абалы Каралууда",)),
    ],
)
def test_the_file_speaks_the_words_of_the_screens(town: Town, language: str, words: tuple[str, ...]) -> None:
    appeal = appeals.assigned(town)

    response = at_desk(town.akim).post(url(appeal, "proof/"), {"language": language})

    pages = PdfReader(io.BytesIO(response.content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert response["Content-Type"] == "application/pdf"
    for said in words:
        assert said in text
