"""Hints before sending: found in texts that would be returned, silent over texts that would not."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import submission_hints
from kairyluu.rules.submission_hints import Limits

KYRGYZ = (
    "Саламатсызбы! Биздин айылда үч жумадан бери ичүүчү суу жок. Аксакалдар айыл өкмөтүнө эки жолу кайрылган, "
    "бирок эч кандай жооп болгон жок. Суу түтүгүн оңдоп берүүңүздөрдү суранабыз."
)
RUSSIAN = (
    "Здравствуйте! В нашем селе три недели нет питьевой воды. Мы дважды обращались в айыл окмоту, но ответа "
    "не получили. Просим отремонтировать водопровод и сообщить о сроках."
)
ENGLISH = (
    "Hello. There has been no drinking water in our village for three weeks. We have written to the local "
    "office twice and received no answer. Please repair the pipe and tell us when the work will begin."
)
RUSSIAN_IN_LATIN = (
    "Zdravstvuyte. V nashem sele tri nedeli net pityevoy vody. My dvazhdy obrashalis v ayil okmotu no otveta "
    "ne poluchili. Prosim otremontirovat vodoprovod."
)
KYRGYZ_IN_LATIN = (
    "Salamatsyzby. Bizdin aiylda uch jumadan beri ichuuchu suu jok. Ayil okmotuno eki jolu kayrylganbyz, birok "
    "jooptun ozu jok. Suu tutugun ondop beruunuzdordu suranabyz."
)


def codes(text: str, **facts: object) -> list[str]:
    return [hint.code for hint in submission_hints.submission_hints(text, **facts)]


@pytest.mark.parametrize(
    "text", [KYRGYZ, RUSSIAN, ENGLISH, "", "?", "Суу жок", "2026"], ids=lambda text: text[:12]
)
def test_ordinary_text_brings_no_hint(text):
    assert codes(text) == []


@pytest.mark.parametrize("text", [KYRGYZ, RUSSIAN, ENGLISH], ids=["ky", "ru", "en"])
def test_capitals_throughout_bring_a_hint_with_the_share(text):
    (hint,) = submission_hints.submission_hints(text.upper(), language="en")

    assert (hint.code, hint.measured, hint.limit) == ("all_capitals", 1.0, 0.7)


def test_many_short_words_in_capitals_bring_a_hint():
    assert codes("СУУ ЖОК. ЖОЛ ЖОК. ГАЗ ЖОК. БИЗ КИМ? " * 3) == ["all_capitals"]


@pytest.mark.parametrize(
    "text", ["СУУ ЖОК. ОҢДОП БЕРИҢИЗДЕР", "НЕТ ВОДЫ, ПОЧИНИТЕ", "Жардам бериңиздер".upper()]
)
def test_short_text_without_a_small_letter_brings_a_hint(text):
    (hint,) = submission_hints.submission_hints(text)

    assert (hint.code, hint.measured) == ("all_capitals", 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "ЖЧК «АК-ЖОЛ», ОсОО «КЫРГЫЗ СУУ», БШК, ГУВД, ЖАК, БШТБ, ИИМ, КСДК, МТС.",
        "КЕҢЕШКЕ. Айыл өкмөтүнүн жолу оңдолбой жатат, каражат бөлүнгөн болсо да эч ким иштеген жок.",
        "Менин атым АБДЫКАДЫРОВ ТЫНЧТЫКБЕК.",
        "ЖЧК «АК-ЖОЛ», ГУВД",
        "СУУ ЖОК",
        "ОҢДОП БЕРИҢИЗ, суу жок",
        "МЕН",
        "Пенсияны кайра эсептеп бериңиз. Паспорт ID1234567, ИНН 20101197000001, ОСОО БАКАЙ БАНК.",
    ],
)
def test_abbreviations_headings_and_names_are_not_capitals_throughout(text):
    assert "all_capitals" not in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN_IN_LATIN,
        KYRGYZ_IN_LATIN,
        "Proshu pomoch s pensiey, mne uje tretiy mesyac ne platyat",
        "u nas v dome net sveta s proshloy nedeli pochemu nikto ne rabotaet",
        "Kochodo jaryk jok, jardam berinizder suranabyz",
        RUSSIAN_IN_LATIN.upper().lower() + " WhatsApp: +996 700 123456",
    ],
)
def test_language_of_the_country_in_latin_letters_brings_a_hint(text):
    (hint,) = submission_hints.submission_hints(text)

    assert hint.code == "latin_letters"
    assert hint.measured == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Prezident Sadyr Japarov",
        "WhatsApp, Instagram, Facebook",
        "Мен ушул шилтемени көрдүм: https://www.example.kg/very/long/path/to/the/page?with=parameters&and=more жана "
        "почтам asel.asanova@example.kg, жооп күтөм.",
        "Телефондо Samsung Galaxy деп жазылган, бирок кассалык чек Kaspi Magazin дүкөнүнөн берилген экен.",
        "Samsung Galaxy, Kaspi Magazin, Toyota Camry, Honda Fit, Lexus RX",
        "Ich habe keine Antwort erhalten",
        "My name is Aibek Asanov and I live in Gulcho. The bus from Osh does not come to our village at all.",
    ],
)
def test_names_links_brands_and_english_are_not_transliteration(text):
    assert "latin_letters" not in codes(text)


def test_english_appeal_is_left_in_peace_whatever_its_words():
    assert codes(RUSSIAN_IN_LATIN, language="en") == []


def test_text_without_any_end_brings_a_hint_with_its_length():
    endless = KYRGYZ.replace(".", "").replace("!", "") * 4

    (hint,) = submission_hints.submission_hints(endless)

    assert (hint.code, hint.measured) == ("no_sentences", len(endless.strip()))


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(["айылда суу жок экенин билдиребиз жана тез арада чара көрүүнү суранабыз"] * 20),
        "\n".join(f"{n}. суу түтүгү жарылган көчө жана үйлөр, бардыгы алты үй" for n in range(1, 30)),
        "\n".join("- суу түтүгү жарылган көчө жана үйлөр" for _ in range(40)),
        "Суу жок. " * 200,
        "«Суу жок!» «Жарык кайда?» " * 60,
    ],
)
def test_lists_paragraphs_and_short_sentences_are_places_to_breathe(text):
    assert codes(text) == []


def test_dots_inside_numbers_end_no_sentence():
    assert codes("баасы 12.500 сом болгон 01.02.2026 күнү " * 30) == ["no_sentences"]


def test_hint_begins_at_its_limit():
    assert codes("АБВГДЕЖЗИК" * 2 + " " + "абвгдеёжзи" * 2, limits=Limits(capitals_share=0.5)) == [
        "all_capitals"
    ]
    assert codes("АБВГДЕЖЗИК" * 2 + " " + "абвгдеёжзи" * 2, limits=Limits(capitals_share=0.51)) == []


def test_limits_are_settings():
    half = "БИЗДИН АЙЫЛДА ИЧҮҮЧҮ СУУ ҮЧ ЖУМАДАН БЕРИ ЖОК бирок эч кимден жооптун өзү болгон эмес экен"

    assert codes(half) == []
    assert codes(half, limits=Limits(capitals_share=0.3)) == ["all_capitals"]
    assert codes(KYRGYZ, limits=Limits(sentence_length=40)) == ["no_sentences"]


def test_every_hint_is_a_ground_that_is_warned_of():
    path = Path(__file__).parents[2] / "data" / "refusal_grounds.csv"
    with path.open(encoding="utf-8", newline="") as file:
        warned = {row["code"] for row in csv.DictReader(file) if row["warn_before_sending"] == "yes"}

    own = {submission_hints.ALL_CAPITALS, submission_hints.LATIN_LETTERS, submission_hints.NO_SENTENCES}
    assert own <= warned


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    assert len(codes(text)) <= 3


@pytest.mark.parametrize("junk", ["А", "а ", "a@", "\n", "\n ", "; ", "://", "'", "a'", ". ", "\n\t1"])
def test_long_junk_takes_no_longer_than_its_length(junk):
    text = f"а{junk * (10**5 // len(junk))}а"
    began = time.process_time()

    codes(text)

    assert time.process_time() - began < 10  # quadratic work would take minutes
