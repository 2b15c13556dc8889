"""A visitor of the portal: the inspecting client, the instruction in three languages, a filled form."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from kairyluu.data.reference.models import ContentPage
from tests.cast import Town
from tests.inspecting import InspectingClient, form_of

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


@pytest.fixture
def portal(town: Town) -> Town:
    for language, title in (("ky", "Нускама"), ("ru", "Инструкция"), ("en", "Instruction")):
        ContentPage.objects.create(
            slug="instruction",
            language=language,
            version="1",
            effective_from=date(2025, 1, 1),
            title=title,
            text="## A\n\n- b",
        )
    return town


@pytest.fixture
def visitor(portal: Town) -> InspectingClient:
    """Has acknowledged the instruction."""
    client = InspectingClient()
    client.post("/instruction/", {"agree": "on"})
    return client


@pytest.fixture
def filled() -> dict[str, Any]:
    """What a citizen types; with the instruction's cookie it can be sent at once."""
    return {
        "submission_key": str(uuid4()),
        "body": "da-o-alai",
        "kind": "application",
        "subject": "Гүлчө айылында таза суу жок",
        "text": "Жаштык көчөсүндө суу жок.\r\nСураныч: насосту оңдоп бериңиздер.",
        "who": "person",
        "surname": "Үлгүбаев",
        "given_name": "Асан",
        "territory": "kg-o-alai",
        "address": "Гүлчө айылы, Жаштык көчөсү, 00",
        "phone": "0700 00 00 00",
        "reply_language": "ky",
        "agree": "on",
    }


def review_of(client: InspectingClient, data: dict[str, Any]) -> dict[str, Any]:
    """What the review page would send; fails where the form has errors."""
    page = client.post("/submit/", data)
    return form_of(page.content, action="/submit/send/")
