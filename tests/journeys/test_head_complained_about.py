"""A story by pages: a citizen complains about the akim. The body above considers it; nobody of the akim's body learns of
it, and it cannot be passed down to him."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, text_of, url
from tests.faces.portal.conftest import filled, portal, visitor  # noqa: F401 - the citizen and his form
from tests.inspecting import InspectingClient
from tests.journeys.above import staff_above


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def send(visitor: InspectingClient, filled: dict[str, Any], town: Town) -> Appeal:  # noqa: F811
    complaint = filled | {"kind": "complaint", "target": f"o:{town.akim.official.code}"}
    review = text_of(visitor.post("/submit/", complaint))
    assert town.above.name_ky in review
    assert "Эч ким өзүнө карата арызды карабайт" in review
    receipt = visitor.post("/submit/send/", complaint, follow=True)
    assert "анын жетекчисине карата болгондуктан" in text_of(receipt)
    return Appeal.objects.get()


def consider(town: Town, appeal: Appeal) -> None:
    """Registered, resolved, answered by the body above."""
    above = staff_above(town)
    at_registrar = at_desk(above.registrar)
    page = text_of(at_registrar.get(url(appeal)))
    assert town.body.name_ky in page
    assert "жетекчисине карата болгондуктан" in page
    do(at_registrar, appeal, "register", topic="")
    refused_below(at_registrar, appeal, town)
    lead = above.executor.official.code if above.executor.official else ""
    do(at_desk(above.head), appeal, "resolve", text="Жеринде текшериңиз.", lead=lead)
    words = {
        "text": "Урматтуу Асан! Кайрылууңуз текшерилди, акимге эскертүү берилди.",
        "outcome": "satisfied",
    }
    do(at_desk(above.executor), appeal, "submit", form_of="draft", measures="Эскертүү берилди.", **words)
    do(at_desk(above.head), appeal, "sign")
    do(at_registrar, appeal, "send")


def refused_below(client: Client, appeal: Appeal, town: Town) -> None:
    appeal.refresh_from_db()
    for body in (town.body, town.foreign_body):  # his own, and one below him
        fields = {"to": body.code, "reason": "Бул маселе райондун ыйгарымында.", "q": ""}
        answer = client.post(url(appeal, "forward/"), fields | {"seen_version": str(appeal.version)})
        assert answer.status_code == 422
    appeal.refresh_from_db()
    assert appeal.state == "registered"


def test_the_akim_never_learns_of_the_complaint_and_the_citizen_gets_the_answer(
    visitor: InspectingClient,  # noqa: F811
    filled: dict[str, Any],  # noqa: F811
    town: Town,
) -> None:
    appeal = send(visitor, filled, town)
    for member in (town.akim, town.deputy, town.registrar, town.controller):
        client = at_desk(member)
        assert appeal.subject not in text_of(client.get("/desk/search/?q=суу"))
        assert client.get(url(appeal)).status_code == 404

    consider(town, appeal)

    appeal.refresh_from_db()
    assert (appeal.state, appeal.body) == ("answered", town.above)
    assert not Entry.objects.filter(body_code=town.body.code).exists()
    tried = Entry.objects.filter(appeal_id=appeal.pk, act="attempt_refused")
    assert {entry.actor_name for entry in tried} >= {town.akim.actor.name}
    typed = {"number": appeal.tracking_number, "secret": secret_for(appeal.submission_key)}
    opened = visitor.post("/track/", typed)
    assert "акимге эскертүү берилди" in text_of(visitor.get(opened["Location"]))
