"""From the instruction to the receipt."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kairyluu.data.appeals.models import Appeal, Attachment, ComplaintTarget
from kairyluu.data.people.models import Account
from tests.cast import Town
from tests.faces.portal.conftest import PNG, review_of
from tests.inspecting import InspectingClient, form_of, text_of


def test_the_instruction_comes_first(portal: Town) -> None:
    client = InspectingClient()

    assert "Нускама менен тааныштым" in text_of(client.get("/submit/").content)
    assert client.post("/instruction/", {}).status_code == 200
    assert client.post("/instruction/", {"agree": "on"})["Location"] == "/submit/"
    assert "Кимге" in text_of(client.get("/submit/").content)


def test_without_the_instruction_nothing_is_sent(portal: Town, filled: dict[str, Any]) -> None:
    page = InspectingClient().post("/submit/send/", filled)

    assert "Нускаманы окуп" in text_of(page.content)
    assert Appeal.objects.count() == 0


def test_a_citizen_sends_an_appeal(visitor: InspectingClient, filled: dict[str, Any], town: Town) -> None:
    sent = visitor.post("/submit/send/", review_of(visitor, filled))
    receipt = visitor.get(sent["Location"])

    appeal = Appeal.objects.get()
    assert (appeal.body, appeal.kind, appeal.instruction_version) == (town.body, "application", "1")
    assert appeal.text == filled["text"].replace("\r\n", "\n")
    assert appeal.applicants.get().phone == "+996700000000"
    words = text_of(receipt.content)
    assert appeal.tracking_number in words
    assert re.search(r"\d{4} \d{4} \d{4}", words)
    assert 'class="qr"' in receipt.content.decode()


def test_the_receipt_is_a_document_too(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    visitor.post("/submit/send/", filled)

    paper = visitor.get("/receipt/pdf/")

    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


def test_the_receipt_is_nobody_elses(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    visitor.post("/submit/send/", filled)

    stranger = InspectingClient().get("/receipt/")

    assert stranger.status_code == 404
    assert "эки саат" in text_of(stranger.content)


def test_sending_twice_is_one_appeal(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    first = visitor.post("/submit/send/", filled)
    number = Appeal.objects.get().tracking_number
    second = visitor.post("/submit/send/", filled)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Appeal.objects.get().tracking_number == number
    assert number in text_of(visitor.get("/receipt/").content)


def test_back_and_other_words_is_told_and_can_become_a_new_appeal(
    visitor: InspectingClient, filled: dict[str, Any]
) -> None:
    visitor.post("/submit/send/", filled)
    changed = filled | {"text": "Башка сөздөр, башка маселе. Карап бериңиздер."}

    told = visitor.post("/submit/send/", changed)
    anew = form_of(visitor.post("/submit/", changed | {"anew": "1"}).content, having="submission_key")

    assert Appeal.objects.get().tracking_number in text_of(told.content)
    assert anew["text"].strip() == changed["text"]
    assert anew["submission_key"] != filled["submission_key"]


def test_errors_keep_everything_typed(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    page = visitor.post("/submit/", filled | {"surname": "", "email": "asan@", "text": "а" * 4147})

    words = text_of(page.content)
    assert "Фамилияңызды жазыңыз" in words
    assert "147 белгиге кыскартыңыз" in words
    assert "<title>Ката: " in page.content.decode()
    kept = form_of(page.content, having="submission_key")
    assert (kept["subject"], kept["email"], kept["body"]) == (filled["subject"], "asan@", "da-o-alai")
    assert kept["submission_key"] == filled["submission_key"]


def test_a_wrong_file_gets_a_sentence_and_the_rest_is_kept(
    visitor: InspectingClient, filled: dict[str, Any]
) -> None:
    good, wrong = SimpleUploadedFile("насос.png", PNG), SimpleUploadedFile("сүрөт.heic", b"zz" * 500)
    page = visitor.post("/submit/", filled | {"surname": "", "file": [good, wrong]})
    assert "насос.png" in text_of(page.content)
    assert "«сүрөт.heic» кабыл алынган жок" in text_of(page.content)

    visitor.post("/submit/send/", review_of(visitor, filled))

    assert [file.name for file in Appeal.objects.get().attachments.all()] == ["насос.png"]


def test_a_file_can_be_taken_out(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    visitor.post("/submit/", filled | {"upload": "1", "file": SimpleUploadedFile("насос.png", PNG)})
    waiting = Attachment.objects.get()

    page = visitor.post("/submit/", filled | {"remove": str(waiting.id)})

    assert Attachment.objects.count() == 0
    assert form_of(page.content, having="submission_key")["subject"] == filled["subject"]


def test_a_file_of_another_form_cannot_be_taken(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    other = filled | {"submission_key": "1" * 32, "upload": "1", "file": SimpleUploadedFile("a.png", PNG)}
    visitor.post("/submit/", other)

    page = visitor.post("/submit/send/", filled | {"upload": str(Attachment.objects.get().id)})

    assert "Файлдарды карап чыгып" in text_of(page.content)
    assert Appeal.objects.count() == 0


def test_a_body_that_is_not_connected_cannot_be_addressed(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    assert "кошула элек" in text_of(
        visitor.post("/submit/", filled | {"body": town.unconnected.code}).content
    )
    found = visitor.post("/submit/", {"search": "ленин", "find": "1"})
    assert town.unconnected.name_ky in text_of(found.content)


def test_a_body_is_found_by_a_word_and_chosen_by_its_name(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    page = visitor.post("/submit/", filled | {"search": "алай райондук", "find": "1"})
    assert f">{town.body.name_ky}" in page.content.decode()

    visitor.post("/submit/send/", filled | {"body": town.body.name_ru})

    assert Appeal.objects.get().body == town.body


def test_officials_of_the_body_are_shown_and_can_be_addressed(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    page = visitor.post("/submit/", filled | {"officials": "1"})
    assert str(town.akim.official) in text_of(page.content)

    visitor.post("/submit/send/", filled | {"post": town.akim.post.code})

    assert Appeal.objects.get().addressee_post == town.akim.post


def test_a_complaint_names_whom_it_is_about(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    complaint = filled | {"kind": "complaint"}
    assert "Кимдин үстүнөн даттанып жатканыңызды жазыңыз" in text_of(
        visitor.post("/submit/", complaint).content
    )

    target = f"o:{town.akim.official.code}"
    visitor.post("/submit/send/", review_of(visitor, complaint | {"target": target}))

    assert ComplaintTarget.objects.get().official == town.akim.official


def test_cosigners_make_it_collective(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    lines = "Сыналбаева Айгүл Асан кызы, Гүлчө, 1\nҮлгүбаев Бакыт"
    assert "1-сап" in text_of(visitor.post("/submit/", filled | {"cosigners": "Айгүл"}).content)

    visitor.post("/submit/send/", review_of(visitor, filled | {"cosigners": lines}))

    appeal = Appeal.objects.get()
    assert (appeal.is_collective, appeal.n_cosigners) == (True, 2)
    assert appeal.applicants.get(position=1).home_address == "Гүлчө, 1"


def test_an_organisation_has_a_name(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    organisation = filled | {"who": "organisation"}
    assert "Уюмдун аталышын жазыңыз" in text_of(visitor.post("/submit/", organisation).content)

    visitor.post("/submit/send/", organisation | {"organisation": "Ак жол", "legal_form": "ЖЧК"})

    assert Appeal.objects.get().applicants.get().organisation == "Ак жол"


def test_hints_warn_and_never_stop(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    loud = filled | {"text": "ЭМНЕ ҮЧҮН СУУ БЕРИЛБЕЙТ КАЧАН ОҢДОЛОТ АЙТЫҢЫЗДАР СУРАНАБЫЗ"}

    page = visitor.post("/submit/", loud)
    sent = visitor.post("/submit/send/", form_of(page.content, action="/submit/send/"))

    assert "баш тамга менен гана" in text_of(page.content)
    assert sent["Location"] == "/receipt/"


def test_the_language_changes_and_the_typed_stays(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    page = visitor.post("/submit/", filled | {"til": "ru"})

    assert 'lang="ru"' in page.content.decode()
    typed = filled["text"].replace("\r\n", "\n")
    assert form_of(page.content, having="submission_key")["text"].strip() == typed
    assert "Отправить обращение" in text_of(visitor.get("/submit/").content)


def test_a_signed_in_citizen_finds_own_data_and_keeps_a_draft(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    visitor.force_login(Account.objects.get(pk=town.citizen.account.pk))
    fresh = form_of(visitor.get("/submit/").content, having="submission_key")
    assert fresh["surname"] == town.citizen.account.surname

    kept = visitor.post("/submit/", filled | {"draft": "1"})
    again = visitor.get(f"/submit/?draft={filled['submission_key']}")

    assert "Долбоор жеке кабинетиңизде сакталды" in text_of(kept.content)
    assert form_of(again.content, having="submission_key")["subject"] == filled["subject"]


def test_too_many_from_one_address_get_a_sentence(visitor: InspectingClient, filled: dict[str, Any]) -> None:
    from kairyluu.data.reference.models import Setting

    Setting.objects.filter(code="submissions_per_hour").update(value="1")
    visitor.post("/submit/send/", filled)

    page = visitor.post("/submit/send/", filled | {"submission_key": "2" * 32})

    assert page.status_code == 429
    assert form_of(page.content, having="submission_key")["subject"] == filled["subject"]
    assert Appeal.objects.count() == 1


def test_a_citizen_asks_to_be_known_to_named_persons_only(
    visitor: InspectingClient, filled: dict[str, Any], town: Town
) -> None:
    wider = visitor.post("/submit/", filled | {"widen": "1"}).content.decode()
    assert 'name="confidential"' in wider

    sending = review_of(visitor, filled | {"confidential": "on"})
    visitor.post("/submit/send/", sending)

    appeal = Appeal.objects.get()
    assert appeal.is_confidential
    assert [named.official for named in appeal.confidants.all()] == [town.akim.official]
    assert appeal.applicants.get().phone == ""
