"""A story by pages: the citizen is not content, says so, asks for a review; other people above consider it anew and
answer, and both outcomes stand side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, text_of, url
from tests.factories import appeals
from tests.inspecting import InspectingClient
from tests.journeys.above import Above, staff_above

WHY = "Экинчи суроого жооп берилген жок, суу дагы эле жок."
ANSWER = "Урматтуу арыз ээси! Иш кайра каралды, суу түтүгү алмаштырылды."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def disagree(citizen: InspectingClient, appeal: Appeal, above: str) -> str:
    """Rates it, asks for a review; gives the address of the tracking page."""
    typed = {"number": appeal.tracking_number, "secret": secret_for(appeal.submission_key)}
    page = str(citizen.post("/track/", typed)["Location"])
    citizen.post(f"{page}rating/", {"score": "2", "is_resolved": "no", "comment": WHY})
    assert above in text_of(citizen.get(f"{page}review/"))
    citizen.post(f"{page}review/", {"reason": WHY})
    return page


def consider_anew(review: Appeal, above: Above) -> None:
    at_registrar = at_desk(above.registrar)
    assert WHY in text_of(at_registrar.get(url(review)))
    do(at_registrar, review, "register", topic="")
    lead = above.executor.official.code if above.executor.official else ""
    do(at_desk(above.head), review, "resolve", text="Кайра текшериңиз.", lead=lead)
    draft = {"text": ANSWER, "outcome": "satisfied", "measures": "Түтүк алмаштырылды."}
    do(at_desk(above.executor), review, "submit", form_of="draft", **draft)
    do(at_desk(above.head), review, "sign")
    do(at_registrar, review, "send")


def test_other_people_consider_it_anew_and_both_outcomes_stand_side_by_side(town: Town) -> None:
    above, citizen = staff_above(town), InspectingClient()
    first = appeals.answered(town)
    page = disagree(citizen, first, town.above.name_ky)
    review = Handover.objects.get(appeal=first).successor
    assert review.body == town.above
    assert review.received_at == NOW + timedelta(hours=1)  # a clock of its own
    for member in (town.akim, town.executor, town.registrar):
        assert at_desk(member).get(url(review)).status_code == 404

    consider_anew(review, above)

    review.refresh_from_db()
    assert review.state == "answered"
    words = text_of(citizen.get(page))
    assert "Сиздин бааңыз: 5тен 2, канааттандырарлык эмес." in words
    assert review.tracking_number in words
    typed = {"number": review.tracking_number, "secret": secret_for(first.submission_key)}
    assert "суу түтүгү алмаштырылды" in text_of(citizen.get(citizen.post("/track/", typed)["Location"]))
    at_first = text_of(at_desk(town.registrar).get(url(first)))
    assert WHY in at_first
    assert review.number not in at_first
