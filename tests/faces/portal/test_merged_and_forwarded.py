"""An appeal that was merged into one that then left for another body: its own receipt still leads to the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.outbox.models import Notice
from kairyluu.usecases.alike.merge import MergeAppeal, merge_appeal
from tests.cast import NOW, Town
from tests.faces.portal.test_hands import answered_there, forward, opened, page
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=1))


def merged_into(town: Town, lead: Appeal) -> Appeal:
    other = appeals.received(town, applicant=replace(appeals.SENDER, email="other@example.org"))
    command = MergeAppeal(appeal_id=other.pk, into_id=lead.pk)
    return merge_appeal(command, actor=town.registrar.actor, now=NOW)


def test_the_answer_and_its_letter_reach_the_receipt_of_what_was_merged(town: Town) -> None:
    lead = appeals.registered(town)
    other = merged_into(town, lead)
    leg = forward(lead, town.foreign_body.code, town.registrar)
    answered_there(town, leg)
    letter = Attachment.objects.get(appeal=leg, purpose="letter")
    client = opened(other)

    assert "Суу 5-мартта берилди." in page(client, other)
    file = client.get(f"/track/{other.tracking_number}/files/{letter.id}/")
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    told = Notice.objects.filter(code="answer_ready").values_list("address", flat=True)
    assert sorted(told) == ["aigul@example.org", "other@example.org"]


def test_a_forwarded_appeal_that_is_merged_there_is_followed_too(town: Town) -> None:
    there = appeals.received(town, body=town.foreign_body.code)
    first = appeals.registered(town)
    leg = forward(first, town.foreign_body.code, town.registrar)
    command = MergeAppeal(appeal_id=leg.pk, into_id=there.pk)
    merge_appeal(command, actor=town.foreign_registrar.actor, now=NOW)
    answered_there(town, there)

    assert "Суу 5-мартта берилди." in page(opened(first), first)
