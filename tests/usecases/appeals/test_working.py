"""Work on an appeal: notes, parts of co-executors, files; and refusing to consider."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import pytest

from kairyluu.data.appeals.models import Appeal, Applicant, Attachment, Note, Refusal
from kairyluu.data.journal.models import Entry, Look
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways.files import FileTooBig, FileWrongType
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.add_note import AddNote, NotACoExecutor, NoteEmpty, add_note
from kairyluu.usecases.appeals.contribute import Contribute, ContributionEmpty, contribute
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.refuse import (
    GroundNotListed,
    ReasonTooShort,
    RefuseToConsider,
    refuse_to_consider,
)
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.files.open_file import (
    FileNotFound,
    OpenFile,
    OpenOwnFile,
    open_file,
    open_own_file,
)
from kairyluu.usecases.files.upload import AttachToWork, attach_to_work
from tests.cast import NOW, Town
from tests.factories import appeals

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
REASON = "Текстте мекеменин кызматкерлерине карата адепсиз сөздөр колдонулган."


def attached(town: Town, appeal: Appeal, *, goes: bool = False) -> Attachment:
    command = AttachToWork(appeal_id=appeal.pk, name="акт.pdf", content=BytesIO(PDF), goes_with_answer=goes)
    return attach_to_work(command, actor=town.executor.actor, now=NOW)


def test_a_question_reaches_the_co_executor(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)
    ask = AddNote(appeal_id=appeal.pk, text="Качан?", asks=town.co_executor.official.code)

    add_note(ask, actor=town.executor.actor, now=NOW)

    assert Note.objects.get(appeal=appeal).asks == town.co_executor.official
    assert Notice.objects.get(code="contribution_asked").address == town.co_executor.email


def test_a_note_has_words_and_asks_only_who_works_on_it(town: Town) -> None:
    appeal = appeals.assigned(town)
    actor = town.executor.actor

    with pytest.raises(NoteEmpty):
        add_note(AddNote(appeal_id=appeal.pk, text=" "), actor=actor, now=NOW)
    for code in (town.controller.official.code, "nobody"):
        with pytest.raises(NotACoExecutor):
            add_note(AddNote(appeal_id=appeal.pk, text="Качан?", asks=code), actor=actor, now=NOW)


def test_an_overseer_from_above_reads_and_writes_nothing(town: Town) -> None:
    appeal = appeals.assigned(town)

    with pytest.raises(NotAllowed):
        add_note(AddNote(appeal_id=appeal.pk, text="Эмне болду?"), actor=town.overseer.actor, now=NOW)


def test_a_part_is_handed_in_by_its_executor_only(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)
    part = Contribute(appeal_id=appeal.pk, text="Насос күйгөн.")

    done = contribute(part, actor=town.co_executor.actor, now=NOW)

    assert (done.contribution, done.contributed_at) == ("Насос күйгөн.", NOW)
    with pytest.raises(NotAllowed):
        contribute(part, actor=town.akim.actor, now=NOW)
    with pytest.raises(ContributionEmpty):
        contribute(Contribute(appeal_id=appeal.pk, text=""), actor=town.co_executor.actor, now=NOW)


def test_a_file_is_what_it_contains_and_not_what_it_is_called(town: Town) -> None:
    appeal = appeals.assigned(town)
    wrong = AttachToWork(appeal_id=appeal.pk, name="акт.pdf", content=BytesIO(b"<html>"))
    big = AttachToWork(appeal_id=appeal.pk, name="акт.pdf", content=BytesIO(PDF + b"0" * 10 * 1024 * 1024))

    for command, refusal in ((wrong, FileWrongType), (big, FileTooBig)):
        with pytest.raises(refusal):
            attach_to_work(command, actor=town.executor.actor, now=NOW)
    assert attached(town, appeal).media_type == "application/pdf"


def test_staff_who_see_the_appeal_open_its_files_and_are_noted(town: Town) -> None:
    appeal = appeals.assigned(town)
    file = attached(town, appeal)
    command = OpenFile(appeal_id=appeal.pk, file_id=file.pk)

    with open_file(command, actor=town.overseer.actor, now=NOW).content as content:
        assert content.read() == PDF

    assert Look.objects.get(what="file").facts == {"name": "акт.pdf", "sha256": file.sha256}
    for who in (town.foreign_head, town.co_executor, town.citizen):
        with pytest.raises(FileNotFound):
            open_file(command, actor=who.actor, now=NOW)
    with pytest.raises(FileNotFound):
        open_file(OpenFile(appeal_id=uuid4(), file_id=file.pk), actor=town.akim.actor, now=NOW)


def _own(appeal: Appeal, file_id: UUID, secret: str = "") -> OpenOwnFile:
    return OpenOwnFile(appeal_id=appeal.pk, file_id=file_id, secret=secret)


def test_the_applicant_opens_the_letter_and_what_goes_with_it_and_nothing_of_the_work(town: Town) -> None:
    appeal = appeals.assigned(town)
    work, enclosed = attached(town, appeal), attached(town, appeal, goes=True)
    secret = secret_for(appeal.submission_key)
    with pytest.raises(FileNotFound):
        open_own_file(_own(appeal, enclosed.pk, secret), actor=town.citizen.actor, now=NOW)

    sent = appeals.answered(town)
    letter = Attachment.objects.get(appeal=sent, purpose="letter")
    secret = secret_for(sent.submission_key)
    open_own_file(_own(sent, letter.pk, secret), actor=town.stranger.actor, now=NOW).content.close()

    Applicant.objects.filter(appeal=sent).update(account=town.citizen.account)
    open_own_file(_own(sent, letter.pk), actor=town.citizen.actor, now=NOW).content.close()
    for wrong in (
        _own(sent, letter.pk),
        _own(sent, letter.pk, "0000 0000 0000"),
        _own(sent, work.pk, secret),
    ):
        with pytest.raises(FileNotFound):
            open_own_file(wrong, actor=town.stranger.actor, now=NOW)


def refuse(town: Town, appeal: Appeal, who: str = "registrar", **changes: str) -> Appeal:
    values = {"ground": "profanity", "reason": REASON} | changes
    command = RefuseToConsider(appeal_id=appeal.pk, **values)
    return refuse_to_consider(command, actor=getattr(town, who).actor, now=NOW)


def test_a_refusal_is_numbered_reasoned_and_told(town: Town) -> None:
    appeal = refuse(town, appeals.received(town))

    refusal = Refusal.objects.get(appeal=appeal)
    assert (appeal.number, refusal.outgoing_number) == ("АЛ-2026-00001", "АЛ-Ж-2026-00001")
    assert (appeal.state, refusal.author) == ("refused", town.registrar.official)
    assert Entry.objects.get(act="refuse").reason == REASON
    assert Attachment.objects.get(appeal=appeal).purpose == "letter"
    assert Notice.objects.filter(code="appeal_refused", appeal_id=appeal.pk).exists()


def test_a_refusal_needs_a_listed_ground_and_enough_words(town: Town) -> None:
    appeal = appeals.received(town)

    with pytest.raises(GroundNotListed):
        refuse(town, appeal, ground="dislike")
    with pytest.raises(ReasonTooShort):
        refuse(town, appeal, reason=f"Кыска{' ' * 60}")
    assert Appeal.objects.get(pk=appeal.pk).number == ""


def test_who_may_not_refuse(town: Town) -> None:
    appeal = appeals.registered(town)

    with pytest.raises(NotAllowed):
        refuse(town, appeal, who="controller")
    with pytest.raises(AppealNotFound):
        refuse(town, appeal, who="foreign_registrar")
    with pytest.raises(NotAllowed):
        refuse(town, appeals.assigned(town), who="akim")
