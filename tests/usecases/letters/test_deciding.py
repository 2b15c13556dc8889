"""What becomes of a letter: an appeal by one key, part of an appeal, no appeal; and what never happens by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.models import Entry, Look
from kairyluu.data.letters.models import InboundLetter
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.letters.reading import count_waiting, find_letter
from kairyluu.queries.sight import find_sight
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.appeals.take_in import Content, Person, TakeIn
from kairyluu.usecases.files.clear_uploads import ClearUploads, clear_uploads
from kairyluu.usecases.letters.keep import Came, KeepLetter, keep_letter
from kairyluu.usecases.letters.look import (
    LookAtLetter,
    LookAtLetters,
    OpenLetterFile,
    look_at_letter,
    look_at_letters,
    open_letter_file,
)
from kairyluu.usecases.letters.opening import LetterNotFound, LetterSettled
from kairyluu.usecases.letters.replying import reply_address
from kairyluu.usecases.letters.settle import (
    AttachToHinted,
    CallNoAppeal,
    PutBack,
    ReasonMissing,
    attach_to_hinted,
    call_no_appeal,
    put_back,
)
from kairyluu.usecases.letters.take_in import TakeLetterIn, take_letter_in
from kairyluu.usecases.notices.deliver import DeliverNotice, deliver_notice
from tests.cast import NOW, Town
from tests.factories import appeals, letters


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.KAIRYLUU_FILES_DIR = tmp_path / "files"


def taking(letter: InboundLetter, town: Town, email: str = "asan@example.kg") -> TakeLetterIn:
    command = TakeIn(
        submission_key=uuid4(),
        body=town.body.code,
        channel="post",
        received_at=NOW,
        content=Content(kind="application", subject="Суу", text=letter.text, reply_language="ky"),
        applicant=Person(surname="Үсөнов", given_name="Асан", email=email),
    )
    return TakeLetterIn(letter_id=letter.pk, command=command)


def take(letter: InboundLetter, town: Town, actor: Actor | None = None) -> Appeal:
    done = take_letter_in(taking(letter, town), actor=actor or town.registrar.actor, now=NOW)
    return Appeal.objects.get(pk=done.appeal_id)


def test_a_letter_becomes_one_appeal_with_its_files_and_an_acknowledgement(town: Town) -> None:
    sent = letters.written()
    sent.add_attachment(letters.PDF, maintype="application", subtype="pdf", filename="Арыз.pdf")
    sent.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="a.exe")
    letter = letters.arrived(town, sent)
    assert letter.left_out == [{"name": "a.exe", "why": "file_wrong_type"}]

    appeal, again = take(letter, town), take(letter, town)

    assert (appeal.pk, appeal.channel.code, bool(appeal.number)) == (again.pk, "official_email", True)
    assert [file.name for file in Attachment.objects.filter(appeal=appeal)] == ["Арыз.pdf"]
    assert Notice.objects.get(appeal_id=appeal.pk).address == "asan@example.kg"
    letter.refresh_from_db()
    assert (letter.state, letter.appeal_id, letter.is_acknowledged) == ("taken_in", appeal.pk, True)


def test_the_same_letter_by_another_way_is_the_same_and_another_under_its_name_is_not(town: Town) -> None:
    first = letters.keep(town, letters.written(Message_ID="<a@example.kg>"))
    again = letters.keep(town, letters.written(Message_ID="<a@example.kg>", Received="by another.example"))
    other = letters.keep(town, letters.written("Башка текст.", Message_ID="<a@example.kg>"))

    assert (first.is_new, again.is_new, other.is_new) == (True, False, True)
    assert again.letter.pk == first.letter.pk


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        ({"Auto_Submitted": "auto-replied"}, "automatic"),
        ({"List_Id": "<news.example.kg>"}, "list"),
        ({}, "automatic"),
    ],
)
def test_what_a_machine_wrote_is_filed_and_never_answered(
    town: Town, heads: dict[str, str], kind: str
) -> None:
    letter = letters.arrived(town, letters.written(**heads) if heads else own_letter())
    assert (letter.state, letter.kind) == ("filed", kind)
    put_back(PutBack(letter_id=letter.pk), actor=town.registrar.actor, now=NOW)

    appeal = take(letter, town)

    assert not Notice.objects.filter(appeal_id=appeal.pk).exists()


def own_letter() -> bytes:
    return letters.written().as_bytes().replace(b"asan@example.kg", b"alai@example.kg")


def test_one_address_gets_five_acknowledgements_a_day(town: Town) -> None:
    for n in range(7):
        take(letters.arrived(town, letters.written(f"Суу жок, {n}-кат.")), town)

    assert Notice.objects.filter(address="asan@example.kg").count() == 5
    assert Appeal.objects.filter(channel__code="official_email").count() == 7


def test_an_answer_to_our_letter_goes_to_its_appeal(town: Town) -> None:
    letters.mailbox(town)
    appeal = take(letters.arrived(town), town)
    notice = Notice.objects.get(appeal_id=appeal.pk)
    deliver_notice(DeliverNotice(notice_id=notice.pk), actor=SYSTEM_ACTOR, now=NOW)
    (ours,) = mail.outbox
    assert ours.reply_to == [reply_address(appeal.pk)]
    assert "Ага жооп жазсаңыз, катыңыз ушул кайрылууга тиркелет." in ours.body
    assert "кереги жок" not in ours.body

    by_token = letters.arrived(town, letters.written("Токен менен.", Cc=ours.reply_to[0]))
    by_id = letters.arrived(town, letters.written("Жооп.", In_Reply_To=ours.extra_headers["Message-ID"]))
    forged = letters.arrived(town, letters.written("Жалган.", In_Reply_To=f"<{uuid4()}@kairyluu>"))

    assert (by_token.state, by_id.state, forged.state) == ("attached", "attached", "waiting")
    assert by_token.appeal_id == by_id.appeal_id == appeal.pk
    assert Entry.objects.filter(act="attach_letter", appeal_id=appeal.pk).count() == 2


def test_a_number_in_the_subject_is_a_hint_that_a_person_decides_on(town: Town) -> None:
    appeal = appeals.registered(town)
    letter = letters.arrived(town, named(appeal))
    assert (letter.state, letter.hinted_id) == ("waiting", appeal.pk)
    by_register = letters.arrived(town, letters.written("Кошумча.", Subject=f"Re: катталды: {appeal.number}"))
    assert (by_register.state, by_register.hinted_id) == ("waiting", appeal.pk)

    attach_to_hinted(AttachToHinted(letter_id=letter.pk), actor=town.registrar.actor, now=NOW)

    letter.refresh_from_db()
    assert (letter.state, letter.appeal_id) == ("attached", appeal.pk)


def named(appeal: Appeal) -> bytes:
    letter = letters.written()
    del letter["Subject"]
    letter["Subject"] = f"№ {appeal.tracking_number} кайрылуу"
    return letter.as_bytes()


def test_a_letter_that_came_back_is_told_to_the_notice(town: Town) -> None:
    report = (
        b"From: MAILER-DAEMON@example.kg\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b"
        b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
        b"Final-Recipient: rfc822; a@example.kg\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\n"
        b"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <0192d3f0-0000-7000-8000-000000000001@kairyluu>\r\n--b--"
    )

    kept = letters.keep(town, report)

    assert (kept.letter.kind, kept.letter.state) == ("bounce", "filed")
    assert kept.bounce is not None
    assert kept.bounce.status == "5.1.1"


def test_no_appeal_needs_a_reason_and_can_be_taken_back(town: Town) -> None:
    letter, actor = letters.arrived(town), town.registrar.actor
    for reason, note in (("", ""), ("other", " "), ("nonsense", "x")):
        with pytest.raises(ReasonMissing):
            call_no_appeal(CallNoAppeal(letter_id=letter.pk, reason=reason, note=note), actor=actor, now=NOW)

    call_no_appeal(CallNoAppeal(letter_id=letter.pk, reason="spam"), actor=actor, now=NOW)
    with pytest.raises(LetterSettled):
        take(letter, town)
    put_back(PutBack(letter_id=letter.pk), actor=actor, now=NOW)

    assert take(letter, town).number


@pytest.mark.parametrize(
    "who", ["akim", "executor", "foreign_registrar", "body_admin", "citizen", "overseer"]
)
def test_nobody_but_the_registrar_reads_letters(town: Town, who: str) -> None:
    letter = letters.arrived(town)
    actor = getattr(town, who).actor

    for act, command in (
        (look_at_letter, LookAtLetter(letter_id=letter.pk)),
        (open_letter_file, OpenLetterFile(letter_id=letter.pk)),
        (call_no_appeal, CallNoAppeal(letter_id=letter.pk, reason="spam")),
        (take_letter_in, taking(letter, town)),
    ):
        with pytest.raises((LetterNotFound, NotAllowed)):
            act(command, actor=actor, now=NOW)  # type: ignore[operator]
    assert not Look.objects.exists()


@pytest.mark.parametrize("is_entered", [True, False])
def test_a_letter_of_a_complaint_about_its_reader_is_not_there_for_him(town: Town, is_entered: bool) -> None:
    """Taken in by somebody else, or only naming the number of the complaint."""
    about = Target(official=town.registrar.official.code)
    complaint = appeals.received(town, kind="complaint", targets=(about,))
    letter = letters.arrived(town, named(complaint))
    state = "taken_in" if is_entered else letter.state
    if is_entered:
        InboundLetter.objects.filter(pk=letter.pk).update(appeal=complaint, hinted=None, state=state)
    actor, sight = town.registrar.actor, find_sight(town.registrar.actor, town.body.code)

    assert not look_at_letters(LookAtLetters(sight=sight, state=state), actor=actor, now=NOW).rows
    assert count_waiting(actor, town.body.pk) == 0
    for act, command in (
        (look_at_letter, LookAtLetter(letter_id=letter.pk)),
        (open_letter_file, OpenLetterFile(letter_id=letter.pk)),
        (call_no_appeal, CallNoAppeal(letter_id=letter.pk, reason="spam")),
        (attach_to_hinted, AttachToHinted(letter_id=letter.pk)),
    ):
        with pytest.raises(LetterNotFound):
            act(command, actor=actor, now=NOW)  # type: ignore[operator]
    other = replace(actor, official_id=town.controller.official.pk)
    assert find_letter(other, letter.pk) == letter


def test_only_the_machine_keeps_letters(town: Town) -> None:
    came = Came(raw=b"", size=0, is_whole=True, received_at=NOW)
    command = KeepLetter(mailbox_id=letters.mailbox(town).pk, came=came)
    with pytest.raises(Refused):
        keep_letter(command, actor=town.registrar.actor, now=NOW)


def test_the_letter_as_it_came_outlives_the_clean_up(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = letters.written()
    letter = letters.arrived(town, sent)
    monkeypatch.setattr("time.time", lambda: NOW.timestamp() + 10**9)

    clear_uploads(ClearUploads(), actor=SYSTEM_ACTOR, now=NOW.replace(year=2027))

    opened = open_letter_file(OpenLetterFile(letter_id=letter.pk), actor=town.registrar.actor, now=NOW)
    with opened.content as content:
        assert content.read() == sent.as_bytes()
