"""The technical operator reads his own language everywhere: no English in Kyrgyz and Russian, no bare codes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django.contrib.admin
import pytest
from django.test import Client
from django.urls import reverse

from kairyluu.data.reference.models import Setting
from kairyluu.faces.sysadmin.labels import words_of
from kairyluu.faces.sysadmin.site import site
from kairyluu.faces.sysadmin.urls import urlpatterns
from kairyluu.usecases.reference.tables import TABLES
from tests.cast import NOW, Town
from tests.faces.sysadmin.reading import foreign, own_words
from tests.faces.sysadmin.test_pages import HOME, signed_in
from tests.factories.administration import fill_the_empty_tables
from tests.factories.reference import rows

assert urlpatterns  # every table has registered itself
SCRIPTS = Path(django.contrib.admin.__file__).parent / "static" / "admin" / "js"
CALLED = re.compile(r"\b(?:n?gettext\(|pgettext\('([^']*)',)\s*'([^']*)'")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def in_language(town: Town, language: str) -> Client:
    client = signed_in(town.operator_of_the_system)
    client.cookies["til"] = language
    return client


def fill(form: Any) -> dict[str, Any]:
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in sent.items() if value not in (None, False)}


def pages_of(client: Client, model: Any) -> Iterator[tuple[str, str]]:
    """Name and text of every page of a table: lists, forms, forms with errors, what a change leaves behind."""
    base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield "list", client.get(reverse(f"{base}_changelist")).content.decode()
    yield "empty list", client.get(reverse(f"{base}_changelist") + "?q=zzzz").content.decode()
    row = model._default_manager.first()
    address = reverse(f"{base}_change", args=[row.pk])
    page = client.get(address)
    yield "change", page.content.decode()
    if site._registry[model].has_change_permission(page.wsgi_request):
        sent = fill(page.context["adminform"].form)
        yield "refused", client.post(reverse(f"{base}_add"), {}).content.decode()
        yield (
            "twice",
            client.post(reverse(f"{base}_add"), sent | {"code": getattr(row, "code", "")}).content.decode(),
        )
        changed = {"note": "…", "basis": "…", "_continue": "1"}
        yield "changed", client.post(address, sent | changed, follow=True).content.decode()
        yield "add", client.get(reverse(f"{base}_add")).content.decode()
    yield "history", client.get(reverse(f"{base}_history", args=[row.pk])).content.decode()
    yield "delete", client.get(reverse(f"{base}_delete", args=[row.pk])).content.decode()


@pytest.mark.parametrize(
    ("language", "tables"),
    [
        ("ky", slice(0, None, 2)),
        ("ru", slice(1, None, 2)),
        pytest.param("ky", slice(1, None, 2), marks=pytest.mark.soak),
        pytest.param("ru", slice(0, None, 2), marks=pytest.mark.soak),
    ],
)
def test_no_page_speaks_english(town: Town, language: str, tables: slice) -> None:
    """Every table in one of the languages; no catalogue lacks what another has. In both in `make soak`."""
    fill_the_empty_tables(town.body)
    client, own = in_language(town, language), own_words()
    seen = [
        f"{model._meta.model_name}, {name}: {text}"
        for model in list(site._registry)[tables]
        for name, page in pages_of(client, model)
        for text in foreign(page, own)
    ]
    for path in ("", "password_change/", f"agencies/body/{town.body.pk}/opening/"):
        seen += [
            f"{path or 'first page'}: {text}"
            for text in foreign(client.get(HOME + path).content.decode(), own)
        ]

    assert not seen, "\n".join(seen)


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_scripts_speak_the_language_of_the_page(town: Town, language: str) -> None:
    known = in_language(town, language).get(HOME + "jsi18n/").content.decode()

    for name in ("actions.js", "calendar.js", "admin/DateTimeShortcuts.js"):
        called = CALLED.findall((SCRIPTS / name).read_text(encoding="utf-8"))
        assert called
        keys = ["\4".join(filter(None, call)) for call in called]
        missing = [key for key in keys if json.dumps(key, ensure_ascii=True) not in known]
        assert not missing, f"{name}: {missing}"


def test_every_code_that_means_something_has_its_word(town: Town) -> None:
    wanting = {
        f"{table.file}, {name}: {values[name]}"
        for table in TABLES
        for name in site._registry[table.model].words
        for values in rows(table)
        if values.get(name) and values[name] not in words_of(site._registry[table.model].words, name)
    }

    assert not wanting, "give these codes words in faces/sysadmin/words.py:\n" + "\n".join(sorted(wanting))


def test_a_code_without_a_word_outlives_an_edit(town: Town) -> None:
    Setting.objects.filter(code="text_limit").update(unit="furlongs")
    setting = Setting.objects.get(code="text_limit")
    client = in_language(town, "ky")
    address = reverse("admin:reference_setting_change", args=[setting.pk])

    client.post(address, fill(client.get(address).context["adminform"].form) | {"note": "…"})

    setting.refresh_from_db()
    assert (setting.unit, setting.note) == ("furlongs", "…")
