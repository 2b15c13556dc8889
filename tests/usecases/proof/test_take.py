"""The proof file: what it says of a case, who may take it, and that the taking is recorded."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal, Attachment, ComplaintTarget, NearCopy
from kairyluu.data.journal.models import Entry, Look, TakenProof
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.proof.dossier import find_dossier
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.proof.take import TakeProof, take_proof
from tests.cast import NOW, Member, Town
from tests.factories import appeals

LATER = NOW + timedelta(days=5)


def take(member: Member, appeal: Appeal, language: str = "ky") -> bytes:
    return take_proof(TakeProof(appeal_id=appeal.pk, language=language), actor=member.actor, now=LATER)


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def close(text: str) -> str:
    return "".join(text.split())


def test_it_tells_the_whole_case_in_words(town: Town) -> None:
    appeal = appeals.answered(town, with_co_executor=True)
    Notice.objects.filter(code="answer_ready").update(
        state="sent", sent_at=LATER, attempts=2, reference="<x@y>"
    )

    text = text_of(take(town.akim, appeal))

    for words in (
        "Сары-Таш айылында үч жумадан бери таза суу жок.",  # what was asked
        "Каттоо: 11.03.2026 чейин, катталды: 10.03.2026 (өз убагында)",
        "Кароо: 31.03.2026 чейин, бүттү: 12.03.2026 (өз убагында)",
        "consideration-14wd: 14 жумуш күн",
        "№ 67 «Жарандардын кайрылууларын кароо тартиби жөнүндө» мыйзам, 8-берене",
        "20.03.2026 Орозо айт",  # a skipped day and why
        "Маселени жеринде текшерип, чара көрүп, жообун даярдаңыз.",
        "Сыналбаев Үлгүбек, Аким",
        "биргелешкен аткаруучу",
        "Урматтуу Айгүл Токтосуновна!",
        "Кайрылууңузга жооп: АЛ-2026-00001",
        "почтага берилди, аракеттер: 2, <x@y>",
        "Насос алмаштырылды.",
    ):
        assert words in text, words


def test_its_pages_are_numbered_and_it_is_archival(town: Town) -> None:
    pdf = take(town.akim, appeals.answered(town))

    pages = pages_of(pdf)
    assert b"pdfaid" in pdf
    assert all(f" {n}/{len(pages)}" in page for n, page in enumerate(pages, 1))


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Файл доказательств Алайская районная"), ("en", "Proof file Alai District")],
)
def test_the_reader_chooses_the_language(town: Town, language: str, words: str) -> None:
    text = text_of(take(town.akim, appeals.answered(town), language))

    assert words in text
    assert "Сары-Таш айылында үч жумадан бери" in text  # what people wrote stays as they wrote it


def test_a_refusal_shows_its_listed_ground_and_who_decided(town: Town) -> None:
    from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider

    appeal = appeals.received(town)
    command = RefuseToConsider(appeal_id=appeal.pk, ground="no_concrete_request", reason="Өтүнүч жок. " * 5)
    refuse_to_consider(command, actor=town.registrar.actor, now=NOW)

    text = text_of(take(town.controller, appeal))

    ground = appeal.body and Entry.objects.get(appeal_id=appeal.pk, act="refuse").facts["ground"]
    assert ground == "no_concrete_request"
    assert "Кароодон баш тартылды. Негизи: " in text
    assert "Чечкен: Үлгүбаева Жазгүл" in text


def test_a_missed_term_is_said_to_be_missed(town: Town) -> None:
    appeal = appeals.assigned(town)

    late = NOW.replace(month=4, day=6)
    text = text_of(
        take_proof(TakeProof(appeal_id=appeal.pk, language="ru"), actor=town.overseer.actor, now=late)
    )

    assert "Рассмотрение: до 31.03.2026, завершено: — (срок пропущен, рабочих дней: 4)" in text
    assert "Ответ ещё не отправлен." in text


def test_every_document_and_entry_has_its_digest(town: Town) -> None:
    appeal = appeals.answered(town)

    text = close(text_of(take(town.akim, appeal)))

    proof = TakenProof.objects.get()
    assert text.count(proof.digest) == 3  # first page, last part, end of the chain
    for file in Attachment.objects.filter(appeal=appeal):
        assert file.sha256 in text
    entries = Entry.objects.filter(appeal_id=appeal.pk).order_by("id")
    assert proof.entry_ids == [entry.pk for entry in entries]


def test_the_taking_is_a_look_and_is_kept_with_its_digests(town: Town) -> None:
    appeal = appeals.answered(town)

    pdf = take(town.overseer, appeal)

    look = Look.objects.get(what="proof")
    proof = TakenProof.objects.get()
    assert (look.appeal_id, look.actor_official) == (appeal.pk, town.overseer.actor.official_id)
    assert look.facts == {"code": proof.code}
    assert proof.sha256 == hashlib.sha256(pdf).hexdigest()


@pytest.mark.parametrize(
    "who", ["registrar", "akim", "deputy", "controller", "overseer", "execution_controller"]
)
def test_who_sees_the_whole_case_by_his_post_takes_it(town: Town, who: str) -> None:
    assert take(getattr(town, who), appeals.registered(town)).startswith(b"%PDF-")


def test_an_executor_sees_the_case_and_takes_no_proof(town: Town) -> None:
    with pytest.raises(NotAllowed):
        take(town.executor, appeals.assigned(town))

    assert not TakenProof.objects.exists()


@pytest.mark.parametrize(
    "who",
    ["citizen", "foreign_head", "foreign_registrar", "portal_owner", "body_admin", "operator_of_the_system"],
)
def test_for_others_there_is_no_such_appeal(town: Town, who: str) -> None:
    with pytest.raises(AppealNotFound):
        take(getattr(town, who), appeals.answered(town))

    assert not Look.objects.filter(what="proof").exists()


def test_a_repeated_answer_that_the_reader_may_not_know_of_is_not_hinted_at(town: Town) -> None:
    appeal, hidden = appeals.answered(town), appeals.registered(town)
    ComplaintTarget.objects.create(appeal=hidden, official=town.akim.official)
    NearCopy.objects.create(
        appeal=appeal,
        other=hidden,
        share=0.9,
        reason="Себеби бар.",
        author=town.executor.official,
        measured_at=NOW,
    )

    def copies(who: Member) -> int:
        return len(find_dossier(who.actor, appeal.pk, today=LATER.date()).near_copies)

    assert (copies(town.overseer), copies(town.akim)) == (1, 0)


def test_the_person_complained_about_never_takes_it(town: Town) -> None:
    appeal = appeals.registered(town, kind="complaint", targets=(Target(official=town.deputy.official.code),))

    with pytest.raises(AppealNotFound):
        take(town.deputy, appeal)

    assert Entry.objects.filter(act="attempt_refused", facts__verb="take_proof").exists()
