"""The document says what the API does: its form, its examples, its page; and the API does what the document says."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest

from kairyluu.faces.api.manual.document import METHODS
from kairyluu.faces.api.v1.door import api
from kairyluu.rules.exchange.programs import SCOPES
from kairyluu.rules.exchange.webhooks import EVENTS
from tests.cast import Town
from tests.factories.callers import Program
from tests.inspecting import InspectingClient, text_of

# Codes and names of standards have no other words.
SAME_EVERYWHERE = {"OK", "Markdown", "client_credentials", "RFC 6749, 5.2.", ", ".join(EVENTS)}
ALIKE_IN_KYRGYZ = {"Statistics", "The file", "code"}
NOT_SEEN = ("cases", "case", "case_file")


def read(program: Program) -> dict[str, Any]:
    answer = program.get("openapi.json")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def operations(told: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, m, told["paths"][path][m])
        for path in told["paths"]
        for m in METHODS
        if m in told["paths"][path]
    ]


def test_the_document_is_openapi_3_1(town: Town, instruction: str, program: Program) -> None:
    told = read(program)

    assert told["openapi"] == "3.1.0"
    ids = [one["operationId"] for _, _, one in operations(told)]
    assert len(ids) == len(set(ids)) >= 25
    for path, _, one in operations(told):
        refusals = {status for status in one["responses"] if int(status) >= 400}
        if path.endswith("/oauth/token"):  # its errors are those of RFC 6749
            continue
        assert {"400", "422", "429"} <= refusals, path
        assert all("application/problem+json" in one["responses"][status]["content"] for status in refusals)
        is_closed = path.startswith(("/api/v1/cases", "/api/v1/webhooks")) or path == "/api/v1/appeals"
        assert bool(one.get("security")) == is_closed, f"{path}: closed by default, open by list"


def test_clients_learn_from_it_how_to_get_a_token(town: Town, instruction: str, program: Program) -> None:
    told = read(program)

    flow = told["components"]["securitySchemes"]["OAuth2"]["flows"]["clientCredentials"]
    assert flow["tokenUrl"] == "http://testserver/api/v1/oauth/token"
    closed = [one["security"] for _, _, one in operations(told) if one.get("security")]
    needed = {scope for said in closed for scope in said[1]["OAuth2"]}
    assert needed == set(flow["scopes"]) == set(SCOPES)


def test_everything_is_told_in_three_languages(town: Town, instruction: str, program: Program) -> None:
    english, kyrgyz, russian = (
        dict(said(program.get(f"openapi.json?language={language}").json())) for language in ("en", "ky", "ru")
    )

    assert english.keys() == kyrgyz.keys() == russian.keys(), "places and codes never change"
    unsaid = {words for place, words in english.items() if kyrgyz[place] == words} - SAME_EVERYWHERE
    assert not unsaid, f"no Kyrgyz words of {sorted(unsaid)}"
    # Where Russian is missing, Django answers in Kyrgyz.
    told = {words for place, words in english.items() if russian[place] not in (words, kyrgyz[place])}
    unsaid = set(english.values()) - told - SAME_EVERYWHERE - ALIKE_IN_KYRGYZ
    assert not unsaid, f"no Russian words of {sorted(unsaid)}"
    assert len(told) > 200


def said(part: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """What people read, each with its place: descriptions, summaries, tags and scopes."""
    if isinstance(part, list):
        part = dict(enumerate(part))
    for name, one in part.items():
        is_told = name in ("description", "summary") or place.endswith(("/tags", "/scopes"))
        if isinstance(one, str):
            if is_told:
                yield f"{place}/{name}", one
        elif isinstance(one, dict | list) and name not in ("example", "examples", "enum"):
            yield from said(one, f"{place}/{name}")


def test_the_examples_work_when_they_are_pasted(town: Town, instruction: str, program: Program) -> None:
    page = program.client.get("/api/v1/docs").content.decode()
    shown = [plain for plain in _pre(page) if plain.startswith(("curl ", "KEY="))]
    pasted = [shlex.split(plain.replace("\\\n", " ")) for plain in shown]
    assert len(pasted) >= 25
    answered = set()
    for words in (one for one in pasted if "/api/v1/" in str(one) and one[0] != "{type:"):
        address = next(word for word in words if word.startswith("http://testserver"))
        path = address.removeprefix("http://testserver/api/v1/")
        if "-X" not in words and "$" not in path and "Bearer" not in str(words):
            assert program.get(path).status_code == 200, address
            answered.add(path.partition("?")[0])
        elif path == "appeals":
            sent = json.loads(words[words.index("--data-binary") + 1])
            key = {"Idempotency-Key": "1b4e28ba-2fa1-4d3a-a3f5-ef19b5a7633c"}
            assert program.send(path, sent, **key).status_code == 201
            answered.add(path)
    assert {"bodies", "appeals", "terms/calculation"} <= answered


def _pre(page: str) -> list[str]:
    from html import unescape

    return [unescape(found) for found in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.S)]


@pytest.mark.parametrize(
    ("language", "title"), [("ky", "Кайрылуунун API'и"), ("ru", "API «Кайрылуу»"), ("en", "API of Kairyluu")]
)
def test_the_page_speaks_three_languages_and_asks_nobody(
    town: Town, instruction: str, language: str, title: str
) -> None:
    page = InspectingClient().get(f"/api/v1/docs?language={language}")

    assert page.status_code == 200
    html = page.content.decode()
    assert f'<html lang="{language}"' in html
    assert f"<title>{title}</title>" in html.replace("&#x27;", "'")
    outside = [a for a in re.findall(r'(?:src|href)="([^"]+)"', html) if not a.startswith(("/", "#", "?"))]
    assert outside == []
    assert "<script" not in html


def test_every_operation_stands_on_the_page(town: Town, instruction: str, program: Program) -> None:
    page = text_of(program.client.get("/api/v1/docs").content.replace(b"<wbr>", b""))

    for path, method, _ in operations(read(program)):
        assert f"{method.upper()} {path}" in page


def test_no_operation_is_outside_the_document() -> None:
    told = api.get_openapi_schema(path_prefix="/api/v1/")

    assert all(path.startswith("/api/v1/") for path in told["paths"])
    assert {one["operationId"] for _, _, one in operations(told)} >= set(NOT_SEEN)
