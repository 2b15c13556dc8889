"""Following an appeal: by number and secret, by the QR code, as its owner; and checking a letter."""

from __future__ import annotations

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Attachment, Note
from kairyluu.data.people.models import Account
from kairyluu.data.reference.models import Setting
from kairyluu.usecases.appeals.add_note import AddNote, add_note
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

WRONG = "Мындай номер менен коддун экөө бирге келген кайрылуу жок"


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


def track(client: InspectingClient, appeal: Appeal, secret: str = ""):
    typed = {"number": appeal.tracking_number, "secret": secret or secret_for(appeal.submission_key)}
    return client.post("/track/", typed)


def test_number_and_secret_show_the_appeal(client: InspectingClient, town: Town) -> None:
    appeal = appeals.registered(town)

    opened = track(client, appeal)
    page = client.get(opened["Location"])

    assert opened["Location"] == f"/track/{appeal.tracking_number}/"
    words = text_of(page.content)
    assert appeal.subject in words
    assert f"Каттоо номери {appeal.number}" in words
    assert page["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page["Cache-Control"]


def test_the_qr_code_leads_to_an_address_without_the_secret(client: InspectingClient, town: Town) -> None:
    appeal = appeals.received(town)
    secret = secret_for(appeal.submission_key).replace(" ", "")

    scanned = client.get(f"/t/{appeal.tracking_number}/{secret}/")

    assert secret not in scanned["Location"]
    assert appeal.subject in text_of(client.get(scanned["Location"]).content)


def test_a_wrong_secret_and_an_unknown_number_look_alike(client: InspectingClient, town: Town) -> None:
    appeal = appeals.received(town)

    wrong = track(client, appeal, "1111 1111 1111")
    unknown = client.post("/track/", {"number": "26-000-001-1", "secret": "1111 1111 1111"})
    empty = client.post("/track/", {})

    assert {page.status_code for page in (wrong, unknown, empty)} == {200}
    assert all(WRONG in text_of(page.content) for page in (wrong, unknown, empty))
    same = [page.content.decode().split("<form class")[1].split("csrf")[0] for page in (wrong, unknown)]
    assert same[0] == same[1]


def test_attempts_are_counted(client: InspectingClient, town: Town) -> None:
    appeal = appeals.received(town)
    Setting.objects.filter(code="tracking_attempts").update(value="2")

    statuses = [track(client, appeal, "1111 1111 1111").status_code for _ in range(3)]
    right = track(client, appeal)

    assert statuses == [200, 200, 429]
    assert right.status_code == 429
    assert "15 мүнөттөн кийин" in text_of(right.content)


def test_the_page_is_for_who_opened_it(client: InspectingClient, town: Town) -> None:
    one, other = appeals.received(town), appeals.received(town)
    track(client, one)

    assert client.get(f"/track/{other.tracking_number}/").status_code == 302
    assert InspectingClient().get(f"/track/{one.tracking_number}/").status_code == 302


def test_the_owner_needs_no_secret_and_a_stranger_sees_nothing(town: Town) -> None:
    appeal = appeals.received(town, actor=town.citizen.actor)
    owner, stranger = InspectingClient(), InspectingClient()
    owner.force_login(Account.objects.get(pk=town.citizen.account.pk))
    stranger.force_login(Account.objects.get(pk=town.stranger.account.pk))

    assert appeal.subject in text_of(owner.get(f"/track/{appeal.tracking_number}/").content)
    assert stranger.get(f"/track/{appeal.tracking_number}/").status_code == 302


def test_inner_work_stays_inside(client: InspectingClient, town: Town) -> None:
    appeal = appeals.drafted(town)
    add_note(AddNote(appeal_id=appeal.pk, text="ички сөз"), actor=town.executor.actor, now=NOW)
    track(client, appeal)

    words = text_of(client.get(f"/track/{appeal.tracking_number}/").content)

    assert Note.objects.count() == 1
    assert "Аткаруучуга берилди" in words
    assert "ички сөз" not in words
    assert Answer.objects.get().text not in words
    assert town.executor.official.full_name not in words


def test_the_answer_and_its_letter_reach_the_applicant(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    track(client, appeal)
    letter = Attachment.objects.get(appeal=appeal, purpose="letter")

    page = text_of(client.get(f"/track/{appeal.tracking_number}/").content)
    file = client.get(f"/track/{appeal.tracking_number}/files/{letter.id}/")

    answer = Answer.objects.get()
    assert answer.text.split("\n")[0] in page
    assert answer.outgoing_number in page
    assert answer.signer_name in page
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    assert file["Content-Disposition"].startswith("attachment")
    assert "sandbox" in file["Content-Security-Policy"]


def test_a_letter_is_not_handed_out_to_others(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    letter = Attachment.objects.get(appeal=appeal, purpose="letter")

    assert client.get(f"/track/{appeal.tracking_number}/files/{letter.id}/").status_code == 404


def test_a_refusal_says_its_ground(client: InspectingClient, town: Town) -> None:
    appeal = appeals.registered(town)
    reason = "Кайрылууда так өтүнүч көрсөтүлгөн эмес, толуктап кайра жибериңиз."
    command = RefuseToConsider(appeal_id=appeal.pk, ground="no_concrete_request", reason=reason)
    refuse_to_consider(command, actor=town.registrar.actor, now=NOW)
    track(client, appeal)

    words = text_of(client.get(f"/track/{appeal.tracking_number}/").content)

    assert reason in words
    assert "Так арыз, даттануу же сунуш жок" in words


def test_a_refused_appeal_has_no_term_that_runs(client: InspectingClient, town: Town) -> None:
    appeal = appeals.registered(town)
    track(client, appeal)
    path = f"/track/{appeal.tracking_number}/"
    assert b'class="clock"' in client.get(path).content
    command = RefuseToConsider(appeal_id=appeal.pk, ground="no_concrete_request", reason="Сураныч, " * 8)

    refuse_to_consider(command, actor=town.registrar.actor, now=NOW)

    page = client.get(path).content
    assert b'class="clock"' not in page
    assert b'class="due' not in page


def test_before_registration_the_answer_is_promised_only_at_the_latest(
    client: InspectingClient, town: Town
) -> None:
    appeal = appeals.received(town)
    track(client, appeal)

    words = text_of(client.get(f"/track/{appeal.tracking_number}/").content)

    assert "кайрылууну ушул күнгө чейин каттоого милдеттүү" in words
    assert "Ошол акыркы күнү катталса, жооптун эң кеч мөөнөтү:" in words
    assert "жоопту ушул күнгө чейин берүүгө милдеттүү" not in words


def test_a_letter_can_be_checked_without_personal_data(client: InspectingClient, town: Town) -> None:
    appeal = appeals.answered(town)
    answer = Answer.objects.get()

    words = text_of(client.get(f"/check/{answer.verification_code.lower()}/").content)

    assert answer.outgoing_number in words
    assert town.body.name_ky in words
    assert appeal.subject not in words
    assert appeal.applicants.get().surname not in words


def test_no_letter_is_no_letter(client: InspectingClient, town: Town) -> None:
    assert client.get("/check/AAAA-AAAA-AAAA-AAAA/").status_code == 404
    assert client.get("/check/%00/").status_code == 404
