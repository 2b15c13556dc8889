"""What the applicant sees and does while an appeal changes hands and days: always by the first number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kairyluu.data.appeals.models import Appeal, Attachment, Clarification
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.hands.ask_applicant import AskApplicant, ask_applicant
from kairyluu.usecases.hands.extend import ExtendTerm, extend_term
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.forward_part import ForwardPart, forward_part
from tests.cast import NOW, Member, Town
from tests.faces.portal.conftest import PNG
from tests.factories import appeals
from tests.inspecting import InspectingClient, form_of, text_of

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."
LONG = "Жер кадастрынан маалымат күтүлүүдө, ал апрелдин башында келет."
QUESTION = "Кайсы көчөдө суу жок экенин жазыңыз."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=1))


def opened(appeal: Appeal, first: Appeal | None = None) -> InspectingClient:
    """A browser in which the appeal was opened by its number and the secret of the first receipt."""
    client = InspectingClient()
    secret = secret_for((first or appeal).submission_key)
    client.post("/track/", {"number": appeal.tracking_number, "secret": secret})
    return client


def page(client: InspectingClient, appeal: Appeal) -> str:
    return text_of(client.get(f"/track/{appeal.tracking_number}/").content)


def forward(appeal: Appeal, to: str, by: Member) -> Appeal:
    return forward_appeal(ForwardAppeal(appeal_id=appeal.pk, to=to, reason=WHY), actor=by.actor, now=NOW)


def answered_there(town: Town, leg: Appeal) -> None:
    """The aiyl okmotu of Sary-Tash takes the appeal through to its answer."""
    head, clerk, worker = town.foreign_head, town.foreign_registrar, town.foreign_executor
    register_appeal(RegisterAppeal(appeal_id=leg.pk), actor=clerk.actor, now=NOW)
    order = ResolveAppeal(appeal_id=leg.pk, text="Жооп бериңиз.", lead=Part(official=worker.official.code))
    resolve_appeal(order, actor=head.actor, now=NOW)
    text = DraftAnswer(
        appeal_id=leg.pk, text="Суу 5-мартта берилди.", outcome="satisfied", measures="Насос алмашты."
    )
    draft_answer(text, actor=worker.actor, now=NOW)
    done = submit_answer(SubmitAnswer(appeal_id=leg.pk), actor=worker.actor, now=NOW)
    sign_answer(SignAnswer(appeal_id=leg.pk, seen_version=done.version), actor=head.actor, now=NOW)
    send_answer(SendAnswer(appeal_id=leg.pk), actor=clerk.actor, now=NOW)


def test_the_first_number_shows_the_leg_that_runs_and_who_held_it(town: Town) -> None:
    first = appeals.registered(town)
    second = forward(first, town.foreign_body.code, town.registrar)

    words = page(opened(first), first)

    assert f"эми аны {town.foreign_body.name_ky} карайт" in words
    assert "Кайрылууңуз кимдин колунда болду" in words
    assert WHY in words
    assert second.tracking_number in words
    assert "Башка органга жөнөтүлдү" in words


def test_the_answer_of_another_body_and_its_letter_reach_the_first_number(town: Town) -> None:
    first = appeals.registered(town)
    second = forward(first, town.foreign_body.code, town.registrar)
    answered_there(town, second)
    letter = Attachment.objects.get(appeal=second, purpose="letter")
    client = opened(first)

    words = page(client, first)
    file = client.get(f"/track/{first.tracking_number}/files/{letter.id}/")

    assert "Суу 5-мартта берилди." in words
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    by_second = opened(second, first)
    assert "Суу 5-мартта берилди." in page(by_second, second)
    rated = by_second.post(f"/track/{second.tracking_number}/rating/", {"score": "5", "is_resolved": "yes"})
    assert rated.status_code == 302
    first_page = page(client, first)
    assert "5" in first_page
    stranger = opened(appeals.received(town))
    assert stranger.get(f"/track/{first.tracking_number}/files/{letter.id}/").status_code in (302, 404)


def test_a_part_stands_beside_the_rest(town: Town) -> None:
    appeal = appeals.assigned(town)
    command = ForwardPart(appeal_id=appeal.pk, to=town.ministry.code, part="Жөлөкпул качан?", reason=WHY)
    forward_part(command, actor=town.akim.actor, now=NOW)

    words = page(opened(appeal), appeal)

    assert "Суроолоруңуздун бири: Жөлөкпул качан?" in words
    assert f"башка органга берилди: {town.ministry.name_ky}" in words
    assert "Бир суроо башка органга жөнөтүлдү" in words
    assert f"эми аны {town.ministry.name_ky} карайт" not in words


def test_an_extension_shows_the_new_day_and_why(town: Town) -> None:
    appeal = appeals.assigned(town)
    extend_term(ExtendTerm(appeal_id=appeal.pk, reason=LONG), actor=town.akim.actor, now=NOW)

    words = page(opened(appeal), appeal)

    assert "30-апрель" in words
    assert LONG in words
    assert "Мөөнөт узартылды" in words


def test_the_applicant_replies_without_a_script(town: Town) -> None:
    appeal = appeals.assigned(town)
    command = AskApplicant(appeal_id=appeal.pk, question=QUESTION, due_on=date(2026, 3, 20))
    ask_applicant(command, actor=town.executor.actor, now=NOW)
    client = opened(appeal)
    address = f"/track/{appeal.tracking_number}/reply/"

    assert QUESTION in page(client, appeal)
    form = form_of(client.get(address).content)
    empty = client.post(address, form | {"text": " "})
    sent = client.post(address, form | {"text": "Жаштык көчөсүндө."})
    again = client.post(address, form | {"text": "Дагы бир."})

    assert (empty.status_code, sent.status_code, again.status_code) == (422, 302, 302)
    assert Clarification.objects.get().reply == "Жаштык көчөсүндө."
    words = page(client, appeal)
    assert "Сиз жооп бердиңиз" in words
    assert Notice.objects.filter(code="applicant_replied").count() == 1
    assert town.executor.official.full_name not in words


def test_the_applicant_takes_the_appeal_back_once(town: Town) -> None:
    appeal = appeals.assigned(town)
    client = opened(appeal)
    address = f"/track/{appeal.tracking_number}/take-back/"

    form = form_of(client.get(address).content)
    assert Appeal.objects.get(pk=appeal.pk).is_open
    for _time in range(2):
        assert client.post(address, form | {"reason": "Чечилди."}).status_code == 302

    assert Appeal.objects.get(pk=appeal.pk).state == "withdrawn"
    assert Entry.objects.filter(appeal_id=appeal.pk, act="take_back").count() == 1
    assert "Сиз бул кайрылууну кайтарып алдыңыз" in page(client, appeal)
    assert {n.code for n in Notice.objects.all()} >= {"work_withdrawn", "appeal_withdrawn"}


def test_what_is_answered_or_not_ones_own_is_not_taken_back(town: Town) -> None:
    done, other = appeals.answered(town), appeals.received(town)
    client = opened(done)

    client.post(f"/track/{done.tracking_number}/take-back/", {"reason": ""})
    client.post(f"/track/{other.tracking_number}/take-back/", {"reason": ""})

    assert Appeal.objects.get(pk=done.pk).state == "answered"
    assert Appeal.objects.get(pk=other.pk).is_open


def test_a_forwarded_appeal_is_taken_back_where_it_runs(town: Town) -> None:
    first = appeals.registered(town)
    second = forward(first, town.foreign_body.code, town.registrar)
    client = opened(first)

    client.post(f"/track/{first.tracking_number}/take-back/", {"reason": ""})

    assert Appeal.objects.get(pk=second.pk).state == "withdrawn"
    assert Appeal.objects.get(pk=first.pk).state == "forwarded"


def test_files_come_with_the_reply_and_bad_ones_are_refused_with_what_was_typed_kept(town: Town) -> None:
    appeal = appeals.assigned(town)
    asked = AskApplicant(appeal_id=appeal.pk, question=QUESTION, due_on=date(2026, 3, 17))
    ask_applicant(asked, actor=town.akim.actor, now=NOW)
    client, address = opened(appeal), f"/track/{appeal.tracking_number}/reply/"
    good, wrong = SimpleUploadedFile("насос.png", PNG), SimpleUploadedFile("сүрөт.heic", b"zz" * 500)

    drawn = client.post(address, {"text": "Жаштык.", "upload": "1", "file": [good, wrong]})
    assert "«сүрөт.heic» кабыл алынган жок" in text_of(drawn.content)
    key = str(drawn.context["key"])
    assert drawn.context["form"]["text"].value() == "Жаштык."
    client.post(address, {"text": "Жаштык.", "submission_key": key})

    file = Attachment.objects.get(appeal=appeal, purpose="reply")
    assert (file.name, file.clarification) == ("насос.png", Clarification.objects.get())
    assert Entry.objects.get(act="reply").facts["files"] == ["насос.png"]
    assert "насос.png" in page(client, appeal)
    kept = client.get(f"/track/{appeal.tracking_number}/files/{file.pk}/")
    assert b"".join(kept) == PNG
    client.force_login(town.executor.account)
    assert "насос.png" in text_of(client.get(f"/desk/appeals/{appeal.pk}/").content)
