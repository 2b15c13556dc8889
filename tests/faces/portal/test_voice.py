"""Rating an answer, disagreeing with it and judging a promise, from the tracking page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal, Handover, Promise, Rating
from kairyluu.data.reference.models import Setting
from kairyluu.queries.readiness import Missing, list_body_checks
from kairyluu.rules.facts import Actor
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.hands.withdraw import TakeBack, take_back
from tests.cast import NOW, TODAY, Town
from tests.factories import appeals, people
from tests.inspecting import InspectingClient, text_of

pytestmark = pytest.mark.usefixtures("at_noon")


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


def opened(client: InspectingClient, appeal: Appeal) -> str:
    typed = {"number": appeal.tracking_number, "secret": secret_for(appeal.submission_key)}
    return str(client.post("/track/", typed)["Location"])


def test_a_rating_is_given_shown_and_changed(client: InspectingClient, town: Town) -> None:
    page = opened(client, appeals.answered(town))
    assert "Маселе чечилдиби?" in text_of(client.get(page).content)

    client.get(f"{page}rating/")
    sent = client.post(
        f"{page}rating/", {"score": "2", "is_resolved": "no", "comment": "Жолду эч ким оңдогон жок."}
    )

    assert sent["Location"] == page
    words = text_of(client.get(page).content)
    assert "Сиздин бааңыз: 5тен 2, канааттандырарлык эмес." in words
    assert "Жолду эч ким оңдогон жок." in words
    assert "Бааны өзгөртүү" in words


def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(
    client: InspectingClient, town: Town
) -> None:
    page = opened(client, appeals.answered(town))
    answer = client.post(f"{page}rating/", {"comment": "Жооп түшүнүксүз"})

    words = text_of(answer.content)
    assert answer.status_code == 422
    assert "1ден 5ке чейинки бааны тандаңыз" in words
    assert "Жооп түшүнүксүз" in words
    assert not Rating.objects.exists()


def test_disagreeing_opens_a_review_above_once(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    page = opened(client, appeal)
    assert town.above.name_ky in text_of(client.get(f"{page}review/").content)

    for _ in range(2):
        client.post(f"{page}review/", {"reason": "Экинчи суроого жооп жок."})

    review = Handover.objects.get(appeal=appeal).successor
    assert review.body_id == town.above.pk
    words = text_of(client.get(page).content)
    assert review.tracking_number in words
    asked_again = text_of(client.get(f"{page}review/").content)
    assert "Сиз буга чейин сурагансыз" in asked_again
    # The secret of the first receipt opens the review too.
    typed = {"number": review.tracking_number, "secret": secret_for(appeal.submission_key)}
    assert client.post("/track/", typed)["Location"] == f"/track/{review.tracking_number}/"


def test_a_promise_is_judged(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    promise = Promise.objects.create(appeal=appeal, text="Жол оңдолот.", due_on=TODAY, made_at=NOW)
    page = opened(client, appeal)

    client.get(f"{page}promises/{promise.pk}/")
    client.post(f"{page}promises/{promise.pk}/", {"agrees": "no", "note": ""})

    assert "Сиз аткарылган жок деп белгиледиңиз." in text_of(client.get(page).content)
    assert client.get(f"{page}promises/{promise.pk + 1}/").status_code == 404


@pytest.mark.parametrize("what", ["rating", "review", "promises/1"])
def test_a_stranger_gets_no_further_than_the_form_of_number_and_secret(
    client: InspectingClient, town: Town, what: str
) -> None:
    appeal = appeals.answered(town)

    for answer in (
        client.get(f"/track/{appeal.tracking_number}/{what}/"),
        client.post(
            f"/track/{appeal.tracking_number}/{what}/", {"score": "1", "is_resolved": "no", "reason": "x"}
        ),
    ):
        assert answer["Location"] == "/track/"
    assert not Rating.objects.exists()
    assert not Handover.objects.exists()


def test_ratings_are_counted_for_each_appeal(client: InspectingClient, town: Town) -> None:
    page = opened(client, appeals.answered(town))
    Setting.objects.filter(code="words_of_applicant_per_hour").update(value="1")

    first, second = (
        client.post(f"{page}rating/", {"score": score, "is_resolved": "no", "comment": "Суу жок."})
        for score in ("1", "2")
    )

    assert (first.status_code, second.status_code) == (302, 429)
    assert "Бир саатта өтө көп" in text_of(second.content)
    assert "Суу жок." in text_of(second.content)
    assert Rating.objects.get().score == 1


def test_the_scale_has_one_wording(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    page = opened(client, appeal)
    assert "1 өтө канааттандырарлык эмес" in text_of(client.get(f"{page}rating/").content)

    client.post(f"{page}rating/", {"score": "1", "is_resolved": "no"})

    assert "5тен 1, өтө канааттандырарлык эмес" in text_of(client.get(page).content)
    client.force_login(town.akim.account)
    assert "өтө канааттандырарлык эмес" in text_of(client.get(f"/desk/appeals/{appeal.pk}/").content)


def test_before_the_answer_there_is_nothing_to_say(client: InspectingClient, town: Town) -> None:
    page = opened(client, appeals.assigned(town))

    assert "Маселе чечилдиби?" not in text_of(client.get(page).content)
    assert client.get(f"{page}rating/")["Location"] == page


def test_the_desk_sees_both_outcomes_side_by_side(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    page = opened(client, appeal)
    client.post(f"{page}rating/", {"score": "1", "is_resolved": "no", "comment": "Эч нерсе өзгөргөн жок."})
    client.post(f"{page}review/", {"reason": "Экинчи суроого жооп жок."})

    client.force_login(town.akim.account)
    case = text_of(client.get(f"/desk/appeals/{appeal.pk}/").content)
    listed = text_of(client.get("/desk/lists/answered/").content)
    client.force_login(town.registrar.account)
    book = text_of(client.get("/desk/register-book/").content)
    sheet = client.get("/desk/register-book/sheet.pdf", {"from": "01.01.2026", "to": "31.12.2026"}).content

    assert "Расмий жыйынтык" in case
    assert "5тен 1" in case
    assert "Эч нерсе өзгөргөн жок." in case
    assert "Экинчи суроого жооп жок." in case
    assert "баасы: 5тен 1, чечилген жок" in listed
    assert "баасы: 5тен 1, чечилген жок" in book
    printed = " ".join(PdfReader(BytesIO(sheet)).pages[0].extract_text().split())
    assert "арыз ээсинин баасы: 1/5, чечилген жок" in printed


def test_the_cabinet_shows_what_the_applicant_said(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    client.post(f"{opened(client, appeal)}rating/", {"score": "4", "is_resolved": "yes"})
    appeal.applicants.update(account=town.citizen.account)

    client.force_login(town.citizen.account)

    assert "сиздин бааңыз: 5тен 4, чечилди" in text_of(client.get("/cabinet/appeals/").content)


def test_the_first_body_learns_that_a_review_was_asked_and_in_the_end_its_outcome_only(
    client: InspectingClient, town: Town
) -> None:
    appeal = appeals.answered(town)
    client.post(f"{opened(client, appeal)}review/", {"reason": "Экинчи суроого жооп жок."})
    review = Handover.objects.get(appeal=appeal).successor
    client.force_login(town.akim.account)

    page = client.get(f"/desk/appeals/{appeal.pk}/")
    assert "Кайра кароо али чечиле элек" in text_of(page.content)
    for shown in (
        page,
        client.get("/desk/lists/answered/"),
        client.get(f"/desk/?q={review.tracking_number}"),
    ):
        assert f"{review.tracking_number}</" not in shown.content.decode()
        assert str(review.pk) not in shown.content.decode()

    take_back(TakeBack(appeal_id=review.pk, reason=""), actor=Actor(), now=NOW)
    assert "Кайра кароонун жыйынтыгы" in text_of(client.get(f"/desk/appeals/{appeal.pk}/").content)


def test_a_review_that_nobody_may_decide_says_so(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    top = town.above.parent
    assert top is not None
    for body, name in ((town.above, "above"), (top, "top")):
        post = people.add_post(f"{name}.head", body, role="head", title_ky="Башчы", title_ru="Глава")
        Tenure.objects.create(official=town.akim.official, post=post, starts_on=people.SINCE)
    client.post(f"{opened(client, appeal)}review/", {"reason": "Экинчи суроого жооп жок."})
    review = Handover.objects.get(appeal=appeal).successor
    assert review.body_id == top.pk

    client.force_login(town.execution_controller.account)
    assert "бул жерде эч ким чече албайт" in text_of(client.get(f"/desk/appeals/{review.pk}/").content)
    check = next(check for check in list_body_checks(TODAY) if check.code == top.code)
    assert Missing("review_without_decider", {"number": "1"}) in check.missing


def test_who_reviews_reads_the_answer_and_the_objection(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    client.post(f"{opened(client, appeal)}review/", {"reason": "Экинчи суроого жооп жок."})
    review = Handover.objects.get(appeal=appeal).successor

    client.force_login(town.execution_controller.account)
    words = text_of(client.get(f"/desk/appeals/{review.pk}/").content)

    assert "Экинчи суроого жооп жок." in words
    assert appeal.answer.text.splitlines()[0] in words
