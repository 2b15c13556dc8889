"""Papers: right letters, nothing executed, the same bytes twice."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from kairyluu.gateways.documents import DueDay, LetterPaper, ReceiptPaper, RegisterRow, RegisterSheet, render

MADE = datetime(2026, 3, 10, 4, 0, tzinfo=UTC)
LETTER = LetterPaper(
    language="ky",
    made_at=MADE,
    body="Алай райондук жергиликтүү мамлекеттик администрациясы",
    second_name="Алайская районная государственная администрация",
    contacts="(03234) 5-11-84",
    outgoing_number="АЛ-Ж-2026-00042",
    outgoing_on="27.03.2026",
    appeal_number="АЛ-2026-00042",
    appeal_on="11.03.2026",
    applicant="Үлгүбаева Айгүл",
    address="Гүлчө айылы",
    subject="Таза суу",
    paragraphs=("Насос оңдолду.",),
    signer_title="Башчы-аким",
    signer_name="Сыналбаев Бакыт",
    verification_code="ABCD-2345-EFGH-6789",
    check_url="https://kairyluu.example/check/ABCD-2345-EFGH-6789/",
)
RECEIPT = ReceiptPaper(
    language="ky",
    made_at=MADE,
    body="Алай РМА",
    tracking_number="26-318-472-905-7",
    secret="4821 9035 1176",
    received="10.03.2026 10:00",
    kind="Арыз",
    subject="Таза суу",
    applicant="Үлгүбаева Айгүл",
    due_days=(DueDay("Каттоо", "11-март", "бир жумуш күн"),),
    next_steps=("Орган каттайт.",),
    track_url="https://kairyluu.example/track/",
    qr_url="https://kairyluu.example/t/x/y/",
    support="(312) 96 03 07",
)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
@pytest.mark.parametrize("paper", [LETTER, RECEIPT], ids=["letter", "receipt"])
def test_a_paper_reads_right_in_each_language_and_is_archival(paper: LetterPaper, language: str) -> None:
    pdf = render(replace(paper, language=language))

    text = text_of(pdf)
    assert "Үлгүбаева Айгүл" in text
    assert b"pdfaid" in pdf
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert render(LETTER) == render(LETTER)


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        '#import "paper.typ": p',
        '#image("/etc/passwd")',
        "*bold* _it_ $x^2$ \\ <label> @ref = Heading",
        "-- \"quotes\" 'x' // comment /* c */ `raw`",
        "#sys.inputs",
    ],
)
def test_what_people_write_is_printed_and_never_executed(words: str) -> None:
    text = text_of(render(replace(LETTER, paragraphs=(words,))))

    assert words.split()[0].strip("\"'") in text


def test_letters_no_font_has_become_boxes_and_do_not_vanish() -> None:
    text = text_of(render(replace(LETTER, paragraphs=("Рахмат 😀 水 \u202e\u0000 дос \\u0000",))))

    assert "Рахмат □ □ □□ дос \\u0000" in text


@pytest.mark.parametrize(
    "words", ["х" * 3000, "a " * 2000, "\n\n\n", "ө" * 40 + " " + "ү" * 41, "()[]{}" * 500]
)
def test_long_and_odd_texts_still_make_a_letter(words: str) -> None:
    assert render(replace(LETTER, paragraphs=(words,))).startswith(b"%PDF-")


def test_the_register_numbers_its_pages_and_repeats_its_header() -> None:
    row = RegisterRow("АЛ-1", "10.03.2026", "11.03.2026", "Үлгүбаева", "Суу", "Ү. Н.", "31.03.2026", "Жооп")
    sheet = RegisterSheet(
        language="ky", made_at=MADE, body="Алай РМА", period="март", rows=(row,) * 120, printed="x"
    )

    pages = PdfReader(io.BytesIO(render(sheet))).pages

    assert len(pages) > 2
    for n, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"бет {n} / {len(pages)}" in text
        assert "Арыз ээси" in text
