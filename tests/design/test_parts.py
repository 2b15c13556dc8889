"""What the parts draw: links between control, hint and error; badges by shape and word; words that stay words."""

from __future__ import annotations

import re

import pytest
from django.forms import CharField, ChoiceField, Form, RadioSelect
from django.template import Context, Template
from django.utils import translation

from kairyluu.design import wording
from kairyluu.design.appearance import from_cookie, to_cookie
from kairyluu.design.qr import qr_svg
from kairyluu.rules.deadlines import Standing
from kairyluu.rules.states import STATES


class Letter(Form):
    subject = CharField(label="Темасы")
    kind = ChoiceField(label="Түрү", choices=[("a", "Арыз"), ("b", "Даттануу")], widget=RadioSelect)


def drawn(template: str, language: str = "ky", **context: object) -> str:
    with translation.override(language):
        return str(Template("{% load parts wording charts %}" + template).render(Context(context)))


def test_a_field_is_linked_to_its_hint_and_error() -> None:
    html = drawn('{% field form.subject hint="Бир сүйлөм" %}', form=Letter({}))

    assert 'for="id_subject"' in html
    assert 'aria-describedby="id_subject-hint id_subject-error"' in html
    assert html.count('aria-invalid="true"') == 1
    assert "has-error" in html


def test_a_field_without_hint_and_error_names_neither() -> None:
    html = drawn("{% field form.subject %}", form=Letter())

    assert "aria-describedby" not in html
    assert "has-error" not in html


def test_a_choice_keeps_what_was_chosen_and_says_its_sentence() -> None:
    html = drawn("{% choices form.kind hints %}", form=Letter({"kind": "b"}), hints={"b": "Укук бузулган"})

    assert len(re.findall(r"<input[^>]*checked", html)) == 1
    assert re.search(r'value="b"[^>]*checked', html)
    assert "Укук бузулган" in html


def test_the_summary_leads_to_each_field_and_says_which() -> None:
    html = drawn("{% error_summary form %}", form=Letter({}))

    assert 'href="#id_subject"' in html
    assert 'href="#id_kind"' in html
    assert ">Темасы: " in html
    assert drawn("{% error_summary form %}", form=Letter()).strip() == ""


def test_what_somebody_wrote_is_never_markup() -> None:
    html = drawn("{{ text|paragraphs }}", text="<script>1</script>\r\nэки\r\n\r\nүч")

    assert html == "<p>&lt;script&gt;1&lt;/script&gt;<br>эки</p><p>үч</p>"


@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_every_standing_has_a_badge_with_words(standing: Standing, language: str) -> None:
    html = drawn("{% due_badge standing days %}", language, standing=standing, days=-2)

    assert re.fullmatch(r'<span class="due [a-z-]*">[^<]{4,}</span>', html)


def test_the_strip_stays_within_its_days() -> None:
    assert 'value="14" max="14"' in drawn('{% day_strip 20 14 "late" %}')
    assert 'value="0" max="14"' in drawn("{% day_strip -3 14 %}")


@pytest.mark.parametrize("code", STATES)
def test_every_state_has_a_word_and_a_shape(code: str) -> None:
    assert str(wording.STATES[code].text)
    assert wording.STATES[code].look.startswith("is-")
    assert str(wording.PUBLIC_STATES[code].text)


@pytest.mark.parametrize("table", ["STATES", "KINDS", "ROLES", "BODY_KINDS", "ACTS"])
@pytest.mark.parametrize("language", ["ky", "ru"])
def test_every_code_has_its_own_word_in_each_language(table: str, language: str) -> None:
    words = getattr(wording, table)
    with translation.override("en"):
        english = {code: str(word.text) for code, word in words.items()}

    with translation.override(language):
        same = [code for code, word in words.items() if str(word.text) == english[code]]

    assert same == [], f"not translated to {language}"


def test_a_cookie_keeps_the_appearance_and_nothing_else() -> None:
    kept = from_cookie(to_cookie({"size": "3", "tone": "black", "images": "0"}))

    assert kept == {"size": "3", "space": "1", "tone": "black", "images": "0"}
    assert from_cookie('size.9-tone."><script>') == from_cookie("")


def test_a_qr_code_is_a_path_with_a_name() -> None:
    svg = qr_svg("https://example.kg/t/1", 'A "name"')

    assert 'role="img" aria-label="A &quot;name&quot;"' in svg
    assert "style" not in svg
    assert re.search(r'<path d="(M\d+ \d+h\d+v1h-\d+z)+"/>', svg)
