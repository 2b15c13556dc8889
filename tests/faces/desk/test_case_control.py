"""The page of control: what each may do there, one click from the case."""

from __future__ import annotations

import pytest
from django.http import HttpResponse

from kairyluu.data.appeals.models import Appeal, ControlMark, ControlRequest
from tests.cast import NOW, Member, Town
from tests.faces.desk.case_pages import at_desk, text_of, url
from tests.factories import appeals
from tests.inspecting import inspect_page


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def send(member: Member, appeal: Appeal, act: str, **fields: str) -> HttpResponse:
    return at_desk(member).post(url(appeal, "control/"), {"act": act} | fields, follow=True)


def test_from_above_to_the_answer_of_the_body(town: Town) -> None:
    appeal = appeals.assigned(town)

    assert "Көзөмөлгө алуу" in text_of(at_desk(town.overseer).get(url(appeal)))
    send(town.overseer, appeal, "take_under_control", reason="Экинчи жолу кайрылды.")
    asked = send(town.overseer, appeal, "request_information", question="Качан бүтөт?")
    request_id = str(ControlRequest.objects.get().pk)
    case = text_of(at_desk(town.executor).get(url(appeal)))
    page = text_of(at_desk(town.executor).get(url(appeal, "control/")))
    done = send(town.executor, appeal, "answer_request", request=request_id, answer="Жумага чейин.")

    assert asked.status_code == 200
    assert f"control/#request-{request_id}" in case
    assert "Качан бүтөт?" in page
    assert "Жумага чейин." in text_of(done)
    assert ControlRequest.objects.get().answered_by_id == town.executor.official.pk


def test_the_pages_are_well_made(town: Town) -> None:
    appeal = appeals.assigned(town)
    send(town.akim, appeal, "take_under_control", reason="Маанилүү.")
    send(town.akim, appeal, "request_information", question="Эмне кылынды?")

    for member in (town.akim, town.executor, town.registrar, town.overseer):
        inspect_page(at_desk(member).get(url(appeal, "control/")).content.decode())


def test_an_empty_reason_is_told_beside_the_field(town: Town) -> None:
    appeal = appeals.registered(town)

    refused = send(town.akim, appeal, "take_under_control", reason=" ")

    assert refused.status_code == 422
    assert not ControlMark.objects.exists()


@pytest.mark.parametrize("act", ["take_under_control", "lift_control", "request_information", "nonsense", ""])
def test_a_hand_made_post_does_no_more(town: Town, act: str) -> None:
    appeal = appeals.registered(town)

    answer = send(town.controller, appeal, act, reason="Себеп", question="Суроо")

    assert answer.status_code in (403, 422)
    assert not ControlMark.objects.exists()


def test_a_request_of_another_appeal_is_not_answered_here(town: Town) -> None:
    appeal, other = appeals.assigned(town), appeals.assigned(town)
    send(town.akim, other, "take_under_control", reason="Маанилүү.")
    send(town.akim, other, "request_information", question="Эмне кылынды?")
    request_id = str(ControlRequest.objects.get().pk)

    answer = send(town.executor, appeal, "answer_request", request=request_id, answer="Жооп")

    assert answer.status_code == 409
    assert ControlRequest.objects.get().answered_at is None
