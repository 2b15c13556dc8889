"""Referring to law enforcement as the operator, the registrar and the head meet it; closed to everybody else."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.journal.models import Look
from kairyluu.data.referrals.models import Referral
from kairyluu.usecases.calls.save import SaveCall, save_call
from tests.cast import NOW, Member, Town
from tests.factories import appeals, calls
from tests.factories.law import TOLD, referred, with_addresses
from tests.inspecting import InspectingClient, text_of

LIST = "/law/"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def signed_in(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def sent(**changes: str) -> dict[str, str]:
    told = {name: TOLD[name] for name in ("matter", "tense", "text")}
    return told | {"sending_key": str(uuid4()), "way": "alai-interior:telephone", "language": "ky"} | changes


def test_from_a_call_with_what_was_typed(town: Town) -> None:
    with_addresses()
    client, call = signed_in(town.operator), calls.opened(town)
    fields = {"text": "Түнкүсүн жылкы уурдап жатышат.", "who": "none"}
    save_call(SaveCall(call_id=call.pk, fields=fields, seen_version=1), actor=town.operator.actor, now=NOW)
    url = f"/law/new/?call={call.pk}"

    page = text_of(client.get(url).content)
    assert "Түнкүсүн жылкы уурдап жатышат." in page
    assert "Документ алмашуу: туташтырылган эмес, башка жолду колдонуңуз" in page
    refused = client.post(url, sent())
    assert (refused.status_code, Referral.objects.count()) == (422, 0)
    assert "ал жактан ким жооп бергенин жазыңыз" in text_of(refused.content)
    done = client.post(url, sent(spoken_name="Көргөзбаев А."), follow=True)

    made = Referral.objects.get()
    assert f"Жолдонду: № {made.number}." in text_of(done.content)
    assert (made.call_id, made.channel, made.applicant) == (call.pk, "telephone", "")
    assert Look.objects.filter(what="referral").exists()


def test_followed_on_its_page_and_seen_in_the_list(town: Town) -> None:
    made = referred(town)
    client = signed_in(town.registrar)
    url = f"/law/{made.pk}/"

    assert "Ырастоо күтүлүүдө" in text_of(client.get(LIST).content)
    assert client.post(url + "acknowledge/", {"number": "", "on": ""}).status_code == 422
    client.post(url + "acknowledge/", {"number": "КУСП 41", "on": NOW.date().isoformat()})
    client.post(url + "answer/", {"words": "Иш козголду."})

    page = text_of(client.get(url).content)
    assert "Кабыл алуучу ырастады: № КУСП 41" in page
    assert "Иш козголду." in page
    assert "Жооп берилди" in text_of(client.get(LIST).content)
    assert client.get(url + "letter.pdf").content.startswith(b"%PDF")


def test_from_an_appeal_whose_page_shows_it(town: Town) -> None:
    with_addresses()
    appeal, client = appeals.registered(town), signed_in(town.registrar)
    case = f"/desk/appeals/{appeal.pk}/"
    assert f"/law/new/?appeal={appeal.pk}" in client.get(case).content.decode()

    client.post(f"/law/new/?appeal={appeal.pk}", sent(way="alai-interior:email", names_caller="on"))

    made = Referral.objects.get()
    assert made.applicant
    page = text_of(client.get(case).content)
    assert f"№ {made.number}" in page
    assert "Укук коргоо органына жолдонду" in page


@pytest.mark.parametrize(
    "who", ["executor", "foreign_head", "citizen", "operator_of_the_system", "body_admin"]
)
def test_it_is_not_there_for_who_does_not_refer_here(town: Town, who: str) -> None:
    made, client = referred(town), signed_in(getattr(town, who))

    for url in (f"/law/{made.pk}/", f"/law/{made.pk}/letter.pdf"):
        assert client.get(url).status_code == 404
    assert client.post(f"/law/{made.pk}/answer/", {"words": "x"}).status_code == 404
    listed = client.get(LIST)
    assert listed.status_code == 404 or made.number not in listed.content.decode()


def test_the_person_it_is_about_meets_closed_doors(town: Town) -> None:
    from kairyluu.data.agencies.models import Official

    call = calls.opened(town)
    akim = Official.objects.get(pk=town.akim.actor.official_id)
    fields = {"concern": "official", "about_official": akim.code, "text": "Пара алды."}
    save_call(SaveCall(call_id=call.pk, fields=fields, seen_version=1), actor=town.operator.actor, now=NOW)
    made, client = referred(town, call_id=call.pk), signed_in(town.akim)

    assert made.number not in client.get(LIST).content.decode()
    assert client.get(f"/law/{made.pk}/").status_code == 404


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_pages_speak_the_chosen_language(town: Town, language: str) -> None:
    made, client = referred(town), signed_in(town.operator)
    client.cookies["til"] = language
    word = {
        "ru": "Сообщения, переданные в правоохранительные органы",
        "en": "Reports referred to law enforcement",
    }[language]

    for url in (LIST, f"/law/{made.pk}/"):
        assert word in text_of(client.get(url).content)
    assert client.get("/law/new/").status_code == 200
