"""A story by pages: one matter comes twice, by the portal and on paper; the registrar merges the two, one answer is given,
and both receipts lead to it."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.outbox.models import Notice
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.appeals.take_in import TakeIn, take_in
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, text_of, url
from tests.factories import appeals
from tests.inspecting import InspectingClient

LATER = NOW + timedelta(days=1)
# As a clerk retypes it from paper: letters exchanged, one word lost, a sentence more.
RETYPED = "Сары-Таш айылында уч жумадан бери таза суу жок. Насос иштебей калды. Ондоп берууңуздөрдү суранам. Кат менен."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER + timedelta(hours=1))


def on_paper(town: Town) -> Appeal:
    """The registrar enters the letter that came by post."""
    content = appeals.command(town, text=RETYPED).content
    person = appeals.command(town).applicant
    entered = take_in(
        TakeIn(
            submission_key=uuid4(),
            body=town.body.code,
            channel="post",
            received_at=LATER,
            content=content,
            applicant=person,
        ),
        actor=town.registrar.actor,
        now=LATER,
    )
    return Appeal.objects.get(pk=entered.appeal_id)


def tracked(appeal: Appeal) -> tuple[InspectingClient, str]:
    """The visitor and the page, as it comes."""
    client = InspectingClient()
    typed = {"number": appeal.tracking_number, "secret": secret_for(appeal.submission_key)}
    opened = client.post("/track/", typed)
    return client, text_of(client.get(opened["Location"]))


def file_of_applicant(appeal: Appeal) -> Attachment:
    return Attachment.objects.create(
        id=uuid4(),
        appeal=appeal,
        name="a.pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        uploaded_at=NOW,
    )


def test_two_receipts_lead_to_one_answer(town: Town) -> None:
    first, paper = appeals.assigned(town), on_paper(town)
    registrar = at_desk(town.registrar)

    assert "Ошол эле кайрылуу болушу мүмкүн" in text_of(registrar.get(url(paper)))
    do(registrar, paper, "merge", form_of="liken")
    _, waiting = tracked(paper)
    assert f'№ <span class="nowrap">{first.number}</span> кайрылуу менен бирге каралат' in waiting
    assert "Мурунку кайрылууңузга бириктирилди" in waiting

    answer = {"text": "Суу берилди.", "outcome": "satisfied", "measures": "Насос алмаштырылды."}
    do(at_desk(town.executor), first, "submit", form_of="draft", **answer)
    do(at_desk(town.akim), first, "sign", form_of="return")
    do(registrar, first, "send")

    for appeal in (first, paper):
        client, page = tracked(appeal)
        assert "Суу берилди." in page
        letter = re.search(rf"/track/{appeal.tracking_number}/files/[0-9a-f-]+/", page)
        assert letter, "the letter can be taken from both pages"
        assert b"".join(client.get(letter[0])).startswith(b"%PDF")
    assert Notice.objects.filter(code="answer_ready").count() == 1  # one address, told once
    paper.refresh_from_db()
    assert (paper.state, bool(paper.number)) == ("merged", True)


def test_the_merged_receipt_opens_nothing_but_the_answer(town: Town) -> None:
    first, paper = appeals.registered(town), on_paper(town)
    do(at_desk(town.registrar), paper, "merge", form_of="liken")
    file = file_of_applicant(first)

    client, _ = tracked(paper)

    assert client.get(f"/track/{paper.tracking_number}/files/{file.pk}/").status_code == 404
