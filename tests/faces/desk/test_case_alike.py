"""Repeats, duplicates, look-alikes and signatures on the case page, as the registrar and the head see them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Likeness
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, offers, text_of, url
from tests.factories import appeals
from tests.inspecting import inspect_page
from tests.usecases.alike.pairs import NEIGHBOUR, again, from_neighbour


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=3))


def test_the_registrar_is_shown_a_duplicate_with_its_reasons_and_merges_it(town: Town) -> None:
    first, second = appeals.registered(town), again(town)
    client = at_desk(town.registrar)
    page = text_of(client.get(url(second)))

    assert "Ошол эле кайрылуу болушу мүмкүн" in page
    assert "телефону бирдей, аты-жөнү жана жери бирдей, тексти дээрлик бирдей" in page
    assert "Тексттердин окшоштугу: 100 %" in page
    said = text_of(do(client, second, "merge", form_of="liken"))

    assert "Кайрылуу мурунку кайрылуу катары каралат." in said
    assert Appeal.objects.get(pk=second.pk).merged_into_id == first.pk
    assert f"№ {first.number}" in said
    assert "Ушуга бириктирилген" in text_of(client.get(url(first)))


def test_a_repeat_is_marked_and_its_executors_come_last_with_a_word(town: Town) -> None:
    first, second = appeals.answered(town), again(town)
    registrar = at_desk(town.registrar)

    do(registrar, second, "liken", kind="repeat")
    do(registrar, second, "register")
    page = text_of(at_desk(town.akim).get(url(second)))

    assert Likeness.objects.get().kind == "repeat"
    assert f'Мунун кайталанышы</dt><dd><a href="{url(first)}">{first.number}' in page
    lead = page[page.index('id="resolve-lead"') :]
    options = lead[: lead.index("</select>")].split("<option")
    assert "мурунку кайрылуу ушул кишиде болгон" in options[-1]
    assert town.executor.official.code in options[-1]


def test_the_texts_are_compared_side_by_side(town: Town) -> None:
    first, second = appeals.registered(town), again(town, text=f"<b>Салам</b>! {appeals.WATER.text}")

    page = at_desk(town.registrar).get(url(second, f"compare/{first.pk}/"))

    assert "<mark>" in page.content.decode()
    assert "&lt;b&gt;Салам&lt;/b&gt;" in page.content.decode()
    inspect_page(page.content.decode())


def test_a_hidden_appeal_is_neither_shown_nor_compared_nor_named_in_the_history(town: Town) -> None:
    first, second = appeals.registered(town), again(town)
    do(at_desk(town.registrar), second, "liken", kind="unrelated")
    do(at_desk(town.registrar), second, "liken", kind="repeat")
    ComplaintTarget.objects.create(appeal=first, official=town.deputy.official)
    client = at_desk(town.deputy)

    page = text_of(client.get(url(second)))

    assert first.number not in page
    assert "Башка кайрылуу менен салыштырылды" not in page
    assert client.get(url(second, f"compare/{first.pk}/")).status_code == 404


def test_one_cause_is_put_together_from_either_side(town: Town) -> None:
    lead, member, other = appeals.assigned(town), from_neighbour(town, "ru"), from_neighbour(town)
    registrar = at_desk(town.registrar)

    do(registrar, member, "join", form_of="liken", other=str(lead.pk))
    do(registrar, lead, "group", other=str(other.pk))
    page = text_of(at_desk(town.executor).get(url(lead)))
    saved = text_of(do(at_desk(town.executor), lead, "translate", language="ru", text="Насос исправлен."))

    assert {m.appeal_id for m in lead.cause.members.all()} == {member.pk, other.pk}
    assert "Топтун 1 кайрылуусуна жооп, тили: Русский" in page
    assert ">Насос исправлен.</textarea>" in saved


def test_who_waits_in_a_group_is_not_among_those_to_resolve_until_taken_out(town: Town) -> None:
    lead, member = appeals.assigned(town), from_neighbour(town)
    registrar, akim = at_desk(town.registrar), at_desk(town.akim)
    do(registrar, lead, "group", other=str(member.pk))
    member.refresh_from_db()
    assert member.number not in text_of(akim.get("/desk/lists/to-resolve/"))
    assert "Тобунун жообун күтөт" in text_of(registrar.get(url(member)))
    assert "1 кайрылуу жообун күтөт" in text_of(akim.get("/desk/lists/in-execution/"))

    page = text_of(do(registrar, member, "leave-group", reason="Башка көчө экен."))

    assert "Топтон чыкты: өз алдынча каралат" in page
    assert member.number in text_of(akim.get("/desk/lists/to-resolve/"))
    assert not offers(page, member, "leave-group")


def test_the_registrar_notes_signatures_and_the_representative(town: Town) -> None:
    appeal = appeals.registered(town, cosigners=(NEIGHBOUR, NEIGHBOUR))
    client = at_desk(town.registrar)
    assert "Бир кайрылуу, 3 киши" in text_of(client.get(url(appeal)))

    do(client, appeal, "signature", position="1", signature="withdrawn")
    page = text_of(do(client, appeal, "signature", position="2", signature="signed", speaks_for_all="on"))

    assert "Бир кайрылуу, 2 киши" in page
    assert "Колун кайтарып алган</span>" in page
    assert "Өкүлү" in page
    assert not offers(text_of(at_desk(town.akim).get(url(appeal))), appeal, "signature")


def test_the_page_with_everything_is_sound(town: Town) -> None:
    appeals.answered(town)
    from_neighbour(town)
    appeal = again(town, cosigners=(NEIGHBOUR,))

    inspect_page(at_desk(town.registrar).get(url(appeal)).content.decode())


def test_the_inbox_draws_the_eye_to_what_came_before(town: Town) -> None:
    appeals.registered(town)
    again(town)
    from_neighbour(town)
    registrar = at_desk(town.registrar)

    page = text_of(registrar.get("/desk/inbox/"))

    assert page.count("ошол эле арыз ээсинин 1 окшош кайрылуусу бар") == 1
    hidden = appeals.received(town, applicant=NEIGHBOUR)
    ComplaintTarget.objects.create(appeal=hidden, official=town.registrar.official)
    assert text_of(registrar.get("/desk/inbox/")).count("окшош кайрылуусу бар") == 1


@pytest.mark.parametrize("act", ["signature", "meeting", "join", "translate"])
def test_who_acts_on_a_page_that_is_no_longer_true_is_told_so(town: Town, act: str) -> None:
    appeal, other = appeals.assigned(town), appeals.registered(town)
    if act in ("signature", "meeting", "join"):
        appeal, other = other, appeal
    fields = {
        "signature": {"position": "0", "signature": "signed"},
        "meeting": {"file": str(other.pk)},
        "join": {"other": str(other.pk)},
        "translate": {"language": "ru", "text": "Вода есть."},
    }[act]
    who = town.executor if act == "translate" else town.registrar

    late = at_desk(who).post(url(appeal, f"{act}/"), fields | {"seen_version": str(appeal.version - 1)})

    assert late.status_code == 409
    assert "Ушул арада кайрылуу боюнча бирөө аракет кылды" in text_of(late)
    assert ("Вода есть." in text_of(late)) == (act == "translate")
