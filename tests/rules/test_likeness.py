"""Likeness of texts: spellings, order, additions, other matters; shared passages; the index bands."""

import json
import time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import likeness as alike

WATER = (
    "Биздин көчөгө ичүүчү суу үч жумадан бери келбейт. Насостук станциядагы мотор күйүп кетти, бирок аны "
    "оңдоп жаткан киши көрүнбөйт. Элүүдөн ашык үй-бүлө сууну дарыядан ташып жатат, суу ылай."
)
WATER_RU = "На нашей улице уже две недели нет воды в колонке. Возим бидонами с соседней улицы, туда больше километра."
ROAD = "Айылдын ортосундагы жыгач көпүрөнүн үч тактайы чирип түштү. Мектепке барган балдар ушул көпүрө менен өтүшөт."
DEMO = Path(__file__).resolve().parents[2] / "data" / "demo"


def stories():
    found = []
    for language in ("ky", "ru"):
        rows = json.loads((DEMO / f"appeals_{language}.json").read_text(encoding="utf-8"))
        found += [f"{row['subject']}. {row['text']}" for row in rows]
    return found


@pytest.mark.parametrize(
    "typed",
    [
        WATER.translate(str.maketrans("өүңӨҮҢ", "оунОУН")),
        WATER.upper(),
        WATER.translate(str.maketrans("аеоср", "aeocp")),  # Latin letters
        WATER.replace(".", " !!! ").replace(" ", "  \n"),
        WATER.replace("ө", "ѳ"),
    ],
)
def test_a_spelling_is_no_difference(typed):
    assert alike.likeness(WATER, typed) > 0.97


def test_word_of_look_alikes_only_is_cyrillic_inside_a_cyrillic_text():
    assert alike.words("таза cyy жок")[1].folded == alike.words("таза суу жок")[1].folded
    assert alike.words("call me")[0].folded == "call"


def test_sentences_in_another_order_and_one_more_remain_the_same_matter():
    first, second, third = WATER.split(". ")

    retold = ". ".join([third, second, "Кат жүзүндө да жаздык, эч ким келген жок", first])

    assert alike.likeness(WATER, retold) > 0.75


def test_misspelled_words_remain_alike():
    assert alike.likeness(WATER_RU, WATER_RU.replace("недели", "нидели").replace("колонке", "калонке")) > 0.75


def test_stop_words_and_courtesies_say_nothing():
    assert alike.likeness("Урматтуу мырза! Суранам, чара көрүп коюңуз.", "Суранам, чара көрүп коюңуз.") == 0.0


def test_different_matters_of_one_village_stay_apart():
    scores = sorted(alike.likeness(a, b) for a, b in combinations(stories(), 2))

    assert scores[-1] < 0.4
    assert scores[int(len(scores) * 0.99)] < 0.25


def test_comparison_tells_whose_share_is_shared():
    compared = alike.compare(WATER, f"{WATER} {ROAD} {WATER_RU}")

    assert compared.share_of_a > 0.98
    assert compared.share_of_b < 0.7
    assert compared.share_of_b < compared.score < compared.share_of_a


def test_empty_texts_are_like_nothing():
    assert alike.likeness("", "") == 0.0
    assert alike.minhash(" . ") == ()
    assert alike.bands("") == ()


@given(st.text("абвөүңёЁӨ abc0129.,!\n😀", max_size=300), st.text("абвөүңёЁӨ abc0129.,!\n😀", max_size=300))
def test_measure_is_symmetric_and_between_nothing_and_all(a, b):
    assert 0.0 <= alike.likeness(a, b) == alike.likeness(b, a) <= 1.0
    assert alike.likeness(a, a) in (0.0, 1.0)


def test_alike_texts_meet_in_a_band_and_strange_ones_seldom():
    texts = stories()
    changed = [
        t.replace("ө", "о").replace("ү", "у").replace("е", "e", 3) + " Дагы бир сүйлөм кошулду."
        for t in texts
    ]

    met = [bool(set(alike.bands(a)) & set(alike.bands(b))) for a, b in zip(texts, changed, strict=True)]
    strange = [bool(set(alike.bands(a)) & set(alike.bands(b))) for a, b in combinations(texts[:60], 2)]

    assert all(met)
    assert sum(strange) / len(strange) < 0.35
    assert all(0 <= band < 2**40 for band in alike.bands(WATER))


def test_shared_passages_are_found_where_they_stand():
    answer = f"Сиздин катыңыз каралды. {WATER.replace('ө', 'о')} Ушуну менен бүттү."

    (found,) = alike.shared_passages(WATER, answer)

    assert WATER[found.start_a : found.end_a] == WATER.rstrip(".")
    assert answer[found.start_b : found.end_b].startswith("Биздин кочого")
    assert alike.shared_share([found], WATER) == 1.0


def test_one_other_word_does_not_break_a_passage_and_four_words_are_none():
    a = "бир эки үч төрт беш алты жети сегиз тогуз он"
    b = "бир эки үч төрт беш БАШКА жети сегиз тогуз он"

    assert [p.n_words for p in alike.shared_passages(a, b)] == [10]
    assert alike.shared_passages("бир эки үч төрт", b) == []
    assert alike.shared_passages(a, "") == []


def test_passages_do_not_overlap_and_keep_their_order():
    a = f"{ROAD} Ортосунда башка сөздөр бар экен, аларды өткөрөбүз. {WATER}"
    found = alike.shared_passages(a, f"{WATER} {ROAD}")

    assert len(found) == 2
    assert found[0].end_a <= found[1].start_a
    assert found[0].start_b > found[1].start_b


def test_long_and_hostile_texts_take_time_in_proportion():
    text, monotone = (WATER + " ") * 300, "суу " * 15_000
    start = time.process_time()

    alike.shared_passages(text, text)
    alike.shared_passages(monotone, monotone)
    alike.likeness(text, monotone)

    assert time.process_time() - start < 5
