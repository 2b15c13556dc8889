"""Papers print what people wrote: letter for letter, inside its place, and long ones without keeping the memory."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from pypdf import PdfReader

from kairyluu.gateways.documents import DueDay, RegisterRow, RegisterSheet, press, render
from tests.gateways.test_documents import LETTER, MADE, RECEIPT

ODD = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.2.0": *',
    "#{panic(1)} #eval('1+1') #sys.inputs.paper",
    "$ x^2 + integral_0^1 $",
    "*bold* _it_ = Heading - item + item / term: x",
    "back\\slash \\u{41} \\# <label> @ref [link](x) `raw` ```",
    "-- --- ... \"quotes\" 'x' // comment /* c */ http://x.kg/?a=b&c",
]


def raw(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def close(text: str) -> str:
    """Without spaces and line ends: where a line breaks is the page's business."""
    return "".join(text.split())


def sheet(*rows: RegisterRow) -> RegisterSheet:
    return RegisterSheet(
        language="ky", made_at=MADE, body="Алай РМА", period="март", rows=rows, printed="10.04.2026"
    )


@pytest.mark.parametrize("words", ODD)
def test_each_field_of_a_person_comes_out_letter_for_letter(words: str) -> None:
    letter = raw(render(replace(LETTER, paragraphs=(words,), applicant=words, address=words, measures=words)))
    receipt = raw(
        render(replace(RECEIPT, subject=words, applicant=words, due_days=(DueDay("x", "y", words),)))
    )
    book = raw(render(sheet(RegisterRow(*[words] * 8))))

    assert close(letter).count(close(words)) == 4
    assert close(receipt).count(close(words)) == 3
    assert close(book).count(close(words)) >= 1


def test_letters_sent_in_two_pieces_are_put_together() -> None:
    text = raw(
        render(replace(LETTER, paragraphs=("Район ёлка".replace("й", "и\u0306").replace("ё", "е\u0308"),)))
    )

    assert "Район ёлка" in text


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_answer_says_how_to_disagree(language: str) -> None:
    said = {"ky": "даттана аласыз", "ru": "обжаловать", "en": "may complain"}

    assert said[language] in raw(render(replace(LETTER, language=language)))


def test_a_long_word_breaks_inside_its_column_and_copies_whole() -> None:
    word = "Абдыкадырмаматбековичтинкиндейби"

    text = raw(render(sheet(RegisterRow("02-15/Ү-2026-00042", *[word] * 7))))

    assert text.count(word) <= 2  # whole in the two wide columns only: it used to run into the next one
    assert close(text).count(word) == 7
    assert "\u200b" not in text


def test_a_long_paper_is_made_apart_and_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = sheet(*[RegisterRow("АЛ-1", "1", "2", "Үлгүбаева 😀 Ɐ", "Суу", "Ү", "3", "Жооп")] * 40)
    here = render(paper)
    asked: list[object] = []
    run = press.subprocess.run
    monkeypatch.setattr(press, "_LONG", 10)
    monkeypatch.setattr(press.subprocess, "run", lambda *a, **k: asked.append(k["env"]) or run(*a, **k))

    assert render(paper) == here
    assert asked == [{}]


def test_a_press_that_fails_says_so_without_the_words_of_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "_LONG", 10)

    with pytest.raises(press.PressFailed) as fault:
        press.press("letter", json.dumps({"secret": "4821 9035 1176"}))

    assert "4821" not in str(fault.value)


def test_every_font_lies_in_the_file() -> None:
    fonts = PdfReader(io.BytesIO(render(LETTER))).pages[0]["/Resources"]["/Font"].values()
    described = [font.get_object()["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]

    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font) for font in described)
