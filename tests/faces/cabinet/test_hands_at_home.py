"""An appeal that changes hands stays one line of the cabinet, under its first number."""

from __future__ import annotations

from datetime import date

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.cabinet import list_my_appeals
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.forward_part import ForwardPart, forward_part
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."


def forwarded(town: Town) -> tuple[Appeal, Appeal]:
    first = appeals.registered(town, actor=town.citizen.actor)
    command = ForwardAppeal(appeal_id=first.pk, to=town.foreign_body.code, reason=WHY)
    return first, forward_appeal(command, actor=town.registrar.actor, now=NOW)


def test_one_line_with_the_first_number_and_the_present_leg(town: Town) -> None:
    first, second = forwarded(town)

    lines = list_my_appeals(town.citizen.actor, 1, today=TODAY, language="ky").object_list

    assert [(line.tracking_number, line.state, line.body_name) for line in lines] == [
        (first.tracking_number, "received", town.foreign_body.name_ky)
    ]
    assert lines[0].due_on == second.due_on == date(2026, 3, 11)


def test_a_part_has_a_line_of_its_own(town: Town) -> None:
    first = appeals.registered(town, actor=town.citizen.actor)
    command = ForwardPart(appeal_id=first.pk, to=town.ministry.code, part="Жөлөкпул качан?", reason=WHY)
    part = forward_part(command, actor=town.registrar.actor, now=NOW)

    lines = list_my_appeals(town.citizen.actor, 1, today=TODAY, language="ky").object_list

    assert {line.tracking_number for line in lines} == {first.tracking_number, part.tracking_number}


def test_from_the_cabinet_it_is_followed_and_taken_back_without_a_secret(town: Town) -> None:
    first, second = forwarded(town)
    client, stranger = InspectingClient(), InspectingClient()
    client.force_login(town.citizen.account)
    stranger.force_login(town.stranger.account)
    address = f"/track/{first.tracking_number}/"

    assert town.foreign_body.name_ky in text_of(client.get(address).content)
    assert stranger.post(f"{address}take-back/", {"reason": ""})["Location"] == "/track/"
    assert Appeal.objects.get(pk=second.pk).is_open
    client.post(f"{address}take-back/", {"reason": ""})
    assert Appeal.objects.get(pk=second.pk).state == "withdrawn"


@pytest.mark.parametrize("is_mine", [True, False])
def test_a_merged_appeal_says_so_and_leads_to_the_one_that_goes_on(town: Town, *, is_mine: bool) -> None:
    lead = appeals.registered(town, actor=town.citizen.actor if is_mine else None)
    other = appeals.received(town, actor=town.citizen.actor)
    merge_appeal(MergeAppeal(appeal_id=other.pk, into_id=lead.pk), actor=town.registrar.actor, now=NOW)
    client = InspectingClient()
    client.force_login(town.citizen.account)

    ledger = client.get("/cabinet/appeals/").content
    tracking = client.get(f"/track/{other.tracking_number}/").content

    for words in map(text_of, (ledger, tracking)):
        assert "бириктирилди" in words
    assert f"№ {lead.number} кайрылуу менен бирге каралып" in text_of(ledger)
    link = f'href="/track/{lead.tracking_number}/"'.encode()
    assert ledger.count(link) == (2 if is_mine else 0)
    assert link in tracking
