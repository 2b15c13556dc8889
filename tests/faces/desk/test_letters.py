"""The queue of letters on the desk: read, made an appeal by one key, kept as no appeal."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Look
from kairyluu.data.letters.models import InboundLetter
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import text_of
from tests.factories import letters
from tests.inspecting import InspectingClient

URL = "/desk/mail/"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))
    settings.KAIRYLUU_FILES_DIR = tmp_path / "files"


def at_desk(town: Town, who: str = "registrar") -> InspectingClient:
    client = InspectingClient()
    client.force_login(getattr(town, who).account)
    return client


def filled(page: str) -> dict[str, str]:
    """What the form sends when its button is pressed and nothing was typed."""
    form = next(part for part in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'name="surname"' in part)
    fields = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', form))
    fields |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\s*(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select name="(\w+)"(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="(\w*)" selected', options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def test_one_key_makes_the_letter_an_appeal(town: Town) -> None:
    letter = letters.arrived(town)
    registrar = at_desk(town)
    queue = text_of(registrar.get(URL))
    assert "Суу жөнүндө" in queue
    page = text_of(registrar.get(f"{URL}{letter.pk}/"))
    assert page.count("autofocus") == 1

    answer = registrar.post(f"{URL}{letter.pk}/", filled(page), follow=True)

    appeal = Appeal.objects.get(channel__code="official_email")
    assert (appeal.subject, appeal.text) == ("Суу жөнүндө", letter.text)
    person = appeal.applicants.get()
    assert (person.surname, person.given_name, person.email) == ("Үсөнов", "Асан", "asan@example.kg")
    assert appeal.number in text_of(answer)
    assert set(Look.objects.values_list("what", flat=True)) == {"inbound_letter", "letters"}


def test_a_sender_without_a_name_is_asked_for_and_nothing_is_lost(town: Town) -> None:
    raw = letters.written().as_bytes().replace(letters.written()["From"].encode(), b"x")
    letter = letters.arrived(town, raw)
    InboundLetter.objects.filter(pk=letter.pk).update(sender_name="", text="<script>alert(1)</script>")
    registrar = at_desk(town)

    page = registrar.post(f"{URL}{letter.pk}/", filled(text_of(registrar.get(f"{URL}{letter.pk}/"))))

    assert page.status_code == 422
    assert b"<script>alert" not in page.content
    assert not Appeal.objects.exists()


def test_the_answer_goes_in_the_language_of_the_letter(town: Town) -> None:
    registrar = at_desk(town)
    for text, language in (
        ("Просим отремонтировать мост через реку Гүлчө в селе Сары-Таш, фотографии приложены.", "ru"),
        ("Биздин көчөдө үч күндөн бери суу жок.", "ky"),
        ("", "ru"),
    ):
        letter = letters.arrived(town, letters.written(text, Message_ID=f"<{language}{len(text)}@x>"))
        page = text_of(registrar.get(f"{URL}{letter.pk}/"))
        assert f'<option value="{language}" selected>' in page, text


def test_no_appeal_and_back(town: Town) -> None:
    letter = letters.arrived(town)
    registrar = at_desk(town)

    untold = registrar.post(f"{URL}{letter.pk}/no-appeal/", {"reason": "other"}, follow=True)
    assert re.search(r'(?s)<option value="other" selected>.+id="letter-note-error"', text_of(untold))

    registrar.post(f"{URL}{letter.pk}/no-appeal/", {"reason": "advertising"})
    kept = text_of(registrar.get(f"{URL}?state=no_appeal"))
    assert "Суу жөнүндө" in kept
    assert "autofocus" not in text_of(registrar.get(f"{URL}{letter.pk}/"))
    registrar.post(f"{URL}{letter.pk}/put-back/")

    letter.refresh_from_db()
    assert letter.state == "waiting"


def test_what_lies_in_a_letter_is_only_saved(town: Town) -> None:
    sent = letters.written()
    sent.add_attachment(letters.PDF, maintype="application", subtype="pdf", filename="а.pdf")
    letter = letters.arrived(town, sent)
    registrar = at_desk(town)
    page = text_of(registrar.get(f"{URL}{letter.pk}/"))
    address = re.search(rf'"({URL}{letter.pk}/files/[^"]+)"', page)
    assert address

    for file in (registrar.get(address[1]), registrar.get(f"{URL}{letter.pk}/raw/")):
        assert file["Content-Disposition"].startswith("attachment")
        assert file["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in file["Content-Security-Policy"]
        file.close()


@pytest.mark.parametrize("who", ["akim", "foreign_registrar", "citizen"])
def test_to_others_the_queue_does_not_exist(town: Town, who: str) -> None:
    letter = letters.arrived(town)
    other = at_desk(town, who)

    for address in (URL, f"{URL}{letter.pk}/", f"{URL}{letter.pk}/raw/"):
        if who == "foreign_registrar" and address == URL:
            assert "Суу жөнүндө" not in text_of(other.get(address))
            continue
        assert other.get(address).status_code == 404


def test_an_attached_letter_stands_on_the_page_of_its_appeal(town: Town) -> None:
    letter = letters.arrived(town)
    registrar = at_desk(town)
    registrar.post(f"{URL}{letter.pk}/", filled(text_of(registrar.get(f"{URL}{letter.pk}/"))))
    appeal = Appeal.objects.get(channel__code="official_email")
    InboundLetter.objects.filter(pk=letters.arrived(town, letters.written("Дагы бир сөз.")).pk).update(
        state="attached", kind="reply", appeal=appeal
    )

    assert "Дагы бир сөз." in text_of(at_desk(town, "akim").get(f"/desk/appeals/{appeal.pk}/"))
