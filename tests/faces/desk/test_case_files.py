"""Files of an appeal: who may open them, and that nothing inside them can run."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.models import Look
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, text_of, url
from tests.factories import appeals

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def attach(town: Town, appeal: Appeal, name: str = "Насостун паспорту.pdf", content: bytes = PDF):  # type: ignore[no-untyped-def]
    file = SimpleUploadedFile(name, content)
    return at_desk(town.executor).post(url(appeal, "attach/"), {"file": file}, follow=True)


def read(response: object) -> bytes:
    assert isinstance(response, FileResponse)
    return BytesIO(b"".join(response.streaming_content)).getvalue()  # type: ignore[arg-type]


def test_a_file_is_attached_opened_and_the_opening_noted(town: Town) -> None:
    appeal = appeals.assigned(town)
    page = attach(town, appeal)
    file = Attachment.objects.get(appeal=appeal)
    assert "Насостун паспорту.pdf" in text_of(page)

    answer = at_desk(town.akim).get(url(appeal, f"files/{file.pk}/"))

    assert read(answer) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(file.name)}"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Look.objects.get(appeal_id=appeal.pk, what="file").facts["name"] == file.name


def test_only_pictures_and_pdf_are_shown_in_the_browser(town: Town) -> None:
    appeal = appeals.assigned(town)
    attach(town, appeal)
    file = Attachment.objects.get(appeal=appeal)
    akim = at_desk(town.akim)

    shown = akim.get(url(appeal, f"files/{file.pk}/?show"))
    Attachment.objects.filter(pk=file.pk).update(media_type="text/html", name="а.html")
    saved = akim.get(url(appeal, f"files/{file.pk}/?show"))

    assert shown["Content-Disposition"].startswith("inline")
    assert saved["Content-Disposition"].startswith("attachment")
    assert "sandbox" in saved["Content-Security-Policy"]
    assert (read(shown), read(saved)) == (PDF, PDF)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<script>alert(1)</script>"),
        ("a.pdf", b""),
        ("a.svg", b"<svg onload='alert(1)'/>"),
        ("a.pdf", b"%PDF-1.4 cut"),
    ],
)
def test_a_wrong_file_gets_a_sentence_beside_its_field(town: Town, name: str, content: bytes) -> None:
    appeal = appeals.assigned(town)

    answer = attach(town, appeal, name, content)

    assert answer.status_code == 422
    assert 'href="#attach_file-file"' in answer.content.decode()
    assert not Attachment.objects.exists()


def test_a_file_of_another_appeal_is_not_there(town: Town) -> None:
    mine, other = appeals.assigned(town), appeals.registered(town)
    attach(town, mine)
    file = Attachment.objects.get(appeal=mine)

    assert at_desk(town.akim).get(url(other, f"files/{file.pk}/")).status_code == 404
    assert at_desk(town.foreign_head).get(url(mine, f"files/{file.pk}/")).status_code == 404


def test_the_letter_is_seen_before_it_goes_and_its_paper_after(town: Town) -> None:
    appeal = appeals.awaiting_signature(town)
    akim = at_desk(town.akim)
    page, pdf = akim.get(url(appeal, "letter/")), akim.get(url(appeal, "letter.pdf"))
    assert "Насос 5-мартта оңдолду" in text_of(page)
    assert pdf.content.startswith(b"%PDF-")
    assert akim.get(url(appeal, "address.pdf")).status_code == 404

    sent = appeals.answered(town)

    letter = Attachment.objects.get(appeal=sent, purpose="letter")
    registrar = at_desk(town.registrar)
    assert read(registrar.get(url(sent, f"files/{letter.pk}/?show"))).startswith(b"%PDF-")
    assert registrar.get(url(sent, "address.pdf")).content.startswith(b"%PDF-")
    assert registrar.get(url(sent, "letter.pdf")).status_code == 404
    assert f"files/{letter.pk}/" in text_of(registrar.get(url(sent)))
