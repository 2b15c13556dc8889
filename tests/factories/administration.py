"""A row in each table of the system administration that the town leaves empty."""

from __future__ import annotations

import uuid

from kairyluu.data.agencies.models import Body, Department
from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.data.letters.models import Mailbox
from kairyluu.data.outbox.models import Notice
from kairyluu.data.people.models import IdentityProvider
from kairyluu.data.reference.models import ContentPage, UrgentWord
from tests.cast import NOW


def fill_the_empty_tables(body: Body) -> None:
    names = {"name_ky": "Бөлүм", "name_ru": "Отдел", "name_en": "Department"}
    Department.objects.create(code=f"{body.code}.d", body=body, **names)
    if not ContentPage.objects.exists():
        words = {"version": "1", "effective_from": NOW.date(), "title": "Жардам", "text": "…"}
        ContentPage.objects.create(slug="help", language="ky", **words)
    letter = {"code": "answer_ready", "address": "a@example.org", "language": "ky"}
    Notice.objects.create(id=uuid.uuid4(), created_at=NOW, state="failed", **letter)
    UrgentWord.objects.create(classes="A", part="deed", language="ky", stem="бомба", weight=3)
    DocumentSystem.objects.create(body=body, kind="files")
    provider = {"name_ky": "Берүүчү", "name_ru": "Поставщик", "name_en": "Provider"}
    IdentityProvider.objects.create(code="esi", address="https://id.example.org", client_id="…", **provider)
    Mailbox.objects.create(body=body, email="body@example.org", host="почта.мисал", user="body")
