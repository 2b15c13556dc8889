"""The pages of analyses: prepared by one, approved by another, published for everybody, in Kyrgyz and Russian."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from kairyluu.data.analyses.models import Analysis
from kairyluu.rules.workdays import BISHKEK
from tests.cast import Town
from tests.faces.watch.test_bodies import watching
from tests.factories import appeals
from tests.inspecting import inspect_page

APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=BISHKEK)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: APRIL)


@pytest.fixture
def march(town: Town) -> Town:
    for _ in range(6):
        appeals.received(town)
    appeals.answered(town)
    return town


def post(client: Client, path: str, **fields: Any) -> Any:
    return client.post(path, fields)


def prepared(town: Town, who: str = "registrar", body: str = "da-o-alai") -> Analysis:
    client = watching(getattr(town, who))
    answer = post(client, "/watch/analyses/prepare/", period="2026-03", body=body, is_compared="on")
    assert answer.status_code == 302, answer.content.decode()[:500]
    return Analysis.objects.get(book=body)


def test_prepared_written_approved_published_and_read(march: Town) -> None:
    analyst, head = watching(march.registrar), watching(march.akim)
    inspect_page(analyst.get("/watch/analyses/").content.decode())
    draft = prepared(march)
    page = f"/watch/analyses/{draft.pk}/"
    inspect_page(analyst.get(page).content.decode())
    form = analyst.get(f"{page}edit/?text=ru")
    inspect_page(form.content.decode())
    fields = {one.name: one.value() for one in form.context["fields"]} | {"seen_version": 1}

    wrong = post(analyst, f"{page}edit/?text=ru", **fields | {"total": "Поступило 9 обращений."})
    assert wrong.status_code == 422
    inspect_page(wrong.content.decode())
    saved = post(analyst, f"{page}edit/?text=ru", **fields | {"measures": "Объявлены два выговора."})
    assert saved.status_code == 302
    refused = post(analyst, f"{page}approve/", seen_version=2)
    assert refused.status_code == 403

    assert "Объявлены два выговора." in head.get(f"{page}?text=ru").content.decode()
    assert post(head, f"{page}approve/", seen_version=2).status_code == 302
    assert Client().get(f"/analyses/{draft.pk}/").status_code == 404
    assert post(head, f"{page}publish/").status_code == 302
    inspect_page(head.get(page).content.decode())
    inspect_page(head.get("/watch/analyses/").content.decode())

    everyone = Client()
    for language, sentence in (("ky", "7 кайрылуу келип түштү"), ("ru", "поступило 7 обращений")):
        read = everyone.get(f"/analyses/{draft.pk}/?til={language}", follow=True).content.decode()
        inspect_page(read)
        assert sentence in read.replace("\u00a0", " ")
    inspect_page(everyone.get("/analyses/").content.decode())
    assert f"/analyses/{draft.pk}/" in everyone.get("/analyses/?body=da-o-alai").content.decode()
    assert "/analyses/?body=da-o-alai" in everyone.get("/bodies/da-o-alai/").content.decode()


def test_files_for_everybody_after_publication(march: Town) -> None:
    draft = prepared(march, "portal_owner", "")
    client = watching(march.execution_controller)
    for kind in ("pdf", "xlsx", "json"):
        assert client.get(f"/watch/analyses/{draft.pk}/ky.{kind}").status_code == 200
        assert Client().get(f"/analyses/{draft.pk}/ky.{kind}").status_code == 404
    post(client, f"/watch/analyses/{draft.pk}/approve/", seen_version=1)
    post(client, f"/watch/analyses/{draft.pk}/publish/")

    everyone = Client()
    whole = json.loads(everyone.get(f"/analyses/{draft.pk}/ky.json").content)
    assert whole["number"] == "КР-Т-2026-0001"
    assert whole["figures"]["figures"]["received"]["now"] == 7
    assert everyone.get(f"/analyses/{draft.pk}/ru.pdf").content.startswith(b"%PDF")
    assert everyone.get(f"/analyses/{draft.pk}/ru.xlsx").content.startswith(b"PK")
    assert everyone.get(f"/analyses/{draft.pk}/ru.exe").status_code == 404
    assert everyone.get(f"/analyses/{draft.pk}/xx.pdf").status_code == 404


@pytest.mark.parametrize("who", ["foreign_registrar", "foreign_head", "executor", "body_admin", "citizen"])
def test_a_draft_is_not_there_for_others(march: Town, who: str) -> None:
    draft = prepared(march)
    client = watching(getattr(march, who))
    for path in ("", "edit/", "approve/", "publish/", "ky.pdf"):
        assert client.get(f"/watch/analyses/{draft.pk}/{path}").status_code in (404, 405)
        assert client.post(f"/watch/analyses/{draft.pk}/{path}").status_code in (404, 405)
    assert str(draft.pk) not in client.get("/watch/analyses/").content.decode()


def test_who_may_not_prepare_is_refused_in_words(march: Town) -> None:
    page = post(watching(march.akim), "/watch/analyses/prepare/", period="2026-03", body="da-o-alai")
    assert page.status_code == 422
    assert not Analysis.objects.exists()
    running = post(watching(march.registrar), "/watch/analyses/prepare/", period="2026-04", body="da-o-alai")
    assert running.status_code == 422
