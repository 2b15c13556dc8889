"""The files of the demo are real files: they are what their names say and can be opened."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from django.conf import LazySettings
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.models import Entry
from kairyluu.gateways import files
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.demo import pictures
from kairyluu.usecases.demo.load import LoadDemo, load_demo
from kairyluu.usecases.reference.load import LoadReference, load_reference
from tests.factories.reference import DATA

NOW = datetime(2026, 11, 23, 11, 40, tzinfo=BISHKEK)


@pytest.mark.parametrize("kind", range(3))
def test_pictures_and_pages_are_what_they_say(kind: int) -> None:
    picture, page = pictures.picture(kind), pictures.page(kind)

    seen = files.recognise("a.png", io.BytesIO(picture), limit=pictures.MOST)
    read = files.recognise("a.pdf", io.BytesIO(page), limit=pictures.MOST)
    assert (seen.media_type, read.media_type) == ("image/png", "application/pdf")
    assert f"SAMPLE {kind + 1}" in PdfReader(io.BytesIO(page)).pages[0].extract_text()


@pytest.mark.django_db
def test_closed_appeals_have_their_letter_and_its_hash_in_the_journal(settings: LazySettings) -> None:
    settings.DEMO = True
    load_reference(LoadReference(folder=DATA), actor=SYSTEM_ACTOR, now=NOW)
    load_demo(LoadDemo(folder=DATA / "demo", n_appeals=24), actor=SYSTEM_ACTOR, now=NOW)

    closed = Appeal.objects.filter(state__in=("answered", "refused"))
    letters = {letter.appeal_id: letter for letter in Attachment.objects.filter(purpose="letter")}
    assert closed
    assert set(letters) == {appeal.id for appeal in closed}
    for entry in Entry.objects.filter(act="send_answer"):
        assert entry.facts["letter_sha256"] == letters[entry.appeal_id].sha256
    for kept in Attachment.objects.all():
        with files.open(kept.sha256) as opened:
            assert len(opened.read()) == kept.size
