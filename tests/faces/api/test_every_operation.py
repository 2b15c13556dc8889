"""What holds for each operation of the document, so that a new one cannot forget it: counted and told so, refused by
problems in three languages, cheap the second time, in pages where it grows, shown by examples that fit."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import jsonschema_rs
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from kairyluu.faces.api import gate, limits
from kairyluu.faces.api.manual.answers import COUNTED
from kairyluu.faces.api.manual.document import METHODS
from kairyluu.faces.api.manual.fields import fields_of
from kairyluu.rules.exchange.programs import SCOPES
from tests.cast import Town
from tests.faces.api.test_programs import program_of
from tests.factories import appeals
from tests.factories.callers import Program

PROBLEM = "application/problem+json"
JSON = "application/json"
# Lists without pages, and why they do not grow.
WHOLE = {
    "kinds": "the law names three",
    "grounds": "the law names them",
    "channels": "a list of settings",
    "outcomes": "a list of settings",
    "terms": "the dated variants of the law",
    "figures": "the published catalogue",
    "open_data": "a file for each table and oblast",
    "webhooks": "five of a program at most",
    "events": "a list of the rules",
}
ID = "1b4e28ba-2fa1-4d3a-a3f5-ef19b5a7633f"
# Said by their names.
PLAIN = {"surname", "given_name", "text", "applicant", "lead"}
UNREADABLE = (
    (b"{", JSON, 400),
    (b'"' + b"x" * 300_000 + b'"', JSON, 413),
    (b"[]", JSON, 422),
    (b"{}", "text/plain", 415),
)
Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture
def told(town: Town, instruction: str, program: Program) -> dict[str, Any]:
    found: dict[str, Any] = program.get("openapi.json?language=en").json()
    return found


@pytest.fixture
def known(town: Town) -> Program:
    """A program that may everything."""
    return program_of(town, town.registrar, SCOPES)


def all_of(told: dict[str, Any]) -> list[Operation]:
    return [(path, m, one[m]) for path, one in told["paths"].items() for m in METHODS if m in one]


def shown(answer: dict[str, Any]) -> set[str]:
    return set(answer["headers"])


def takes(one: dict[str, Any], kind: str = JSON) -> bool:
    return kind in one.get("requestBody", {}).get("content", {})


def is_closed(one: dict[str, Any]) -> bool:
    return bool(one.get("security")) and {} not in one["security"]


def path_of(path: str, one: dict[str, Any], case_id: object = ID) -> str:
    """With values for what stands in braces."""
    for parameter in one["parameters"]:
        name = parameter.get("name", "")
        value = parameter.get("example") or parameter.get("schema", {}).get("enum", [ID])[0]
        path = path.replace("{" + name + "}", str(case_id if name == "case_id" else value))
    asked = {p["name"]: p["example"] for p in one["parameters"] if p.get("in") == "query" and "example" in p}
    return path.removeprefix("/api/v1/") + (f"?{urlencode(asked)}" if asked else "")


def ask(program: Program, operation: Operation, body: Any = None, **headers: str) -> Any:
    path, method, one = operation
    act = getattr(program.client, method)
    address = "/api/v1/" + path_of(path, one, headers.pop("case_id", ID))
    if method == "get":
        return act(address, headers=headers)
    kind = headers.pop("kind", JSON if body is not None else "application/x-www-form-urlencoded")
    return act(address, body or b"", content_type=kind, headers=headers)


def test_the_document_declares_them_all(told: dict[str, Any]) -> None:
    assert OPENAPI_31_VALIDATOR.is_valid(told), list(OPENAPI_31_VALIDATOR.iter_errors(told))[:3]
    for path, method, one in all_of(told):
        where = f"{method} {path}"
        for status, answer in one["responses"].items():
            assert set(COUNTED) <= shown(answer), (where, status)
            is_oauth = path.endswith("/oauth/token") and status in ("400", "401")
            assert int(status) < 400 or is_oauth or list(answer["content"]) == [PROBLEM], (where, status)
        assert "Retry-After" in shown(one["responses"]["429"]), where
        if method == "get" and JSON in one["responses"]["200"].get("content", {}):
            assert "ETag" in shown(one["responses"]["200"]), where
            assert {"304", "412"} <= set(one["responses"]), where
        if takes(one):
            assert {"400", "413", "415", "422"} <= set(one["responses"]), where


def test_every_list_comes_in_pages_or_cannot_grow(told: dict[str, Any]) -> None:
    names = set()
    for path, _, one in all_of(told):
        shape = one["responses"].get("200", {}).get("content", {}).get(JSON, {}).get("schema", {})
        name = shape.get("$ref", "").rpartition("/")[2]
        fields = told["components"]["schemas"].get(name, {}).get("properties", {})
        if "items" not in fields:
            continue
        if "next" in fields:
            assert "cursor" in {p.get("name") for p in one["parameters"]}, path
        else:
            names.add(one["operationId"])
    assert names == set(WHOLE)


def test_what_is_asked_for_is_explained(told: dict[str, Any]) -> None:
    """In words, or by the values it may have: each parameter, and each field that must be sent."""
    missing = [
        f"{method} {path}: {name}"
        for path, method, one in all_of(told)
        for name, where, is_required, meaning in fields_of(told, one)
        if (is_required or where == "path") and not meaning and name.rpartition(".")[2] not in PLAIN
    ]
    assert missing == []


def test_examples_fit_the_shapes(told: dict[str, Any]) -> None:
    """Of each body that is sent and of each answer that is no problem."""
    for path, method, one in all_of(told):
        contents = [one["requestBody"]["content"]] if "requestBody" in one else []
        contents += [answer.get("content", {}) for answer in one["responses"].values()]
        for content in contents:
            for kind, said in content.items():
                if kind not in (JSON, PROBLEM):
                    continue
                where = f"{method} {path}: {said['schema']}"
                assert "example" in said, where
                shape = said["schema"] | {"components": told["components"]}
                validator = jsonschema_rs.Draft202012Validator(shape, validate_formats=True)
                assert validator.is_valid(said["example"]), (where, validator.validate(said["example"]))


def test_every_answer_is_counted_and_what_is_known_costs_nothing(
    town: Town, told: dict[str, Any], program: Program, known: Program
) -> None:
    real = str(appeals.received(town).pk)
    n = 0
    for operation in all_of(told):
        path, method, one = operation
        asked = known if is_closed(one) else program
        answer = ask(asked, operation, case_id=real)
        assert set(COUNTED) <= set(answer.headers), path
        assert str(answer.status_code) in one["responses"], (path, answer.status_code)
        if "ETag" not in shown(one["responses"].get("200", {"headers": {}})):
            continue
        n += 1
        assert answer.status_code == 200, (path, answer.content)
        again = ask(asked, operation, case_id=real, **{"If-None-Match": answer["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
        assert set(COUNTED) <= set(again.headers), path
        other = ask(asked, operation, case_id=real, **{"If-Match": '"x"'})
        assert (other.status_code, other["Content-Type"]) == (412, PROBLEM), path
    assert n >= 20


def test_who_asks_too_often_waits(
    told: dict[str, Any], program: Program, known: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READS_A_MINUTE", 0)
    monkeypatch.setattr(gate, "REQUESTS_A_MINUTE", 0)
    for operation in all_of(told):
        for caller in (program, known):
            answer = ask(caller, operation)
            assert (answer.status_code, answer["Content-Type"]) == (429, PROBLEM), operation[0]
            assert int(answer["Retry-After"]) > 0
            assert re.fullmatch(r'"[a-z]+";r=0;t=\d+', answer["RateLimit"]), answer["RateLimit"]


def test_what_cannot_be_read_is_a_problem_in_the_callers_language(
    told: dict[str, Any], program: Program, known: Program
) -> None:
    for operation in (one for one in all_of(told) if takes(one[2])):
        asked = known if is_closed(operation[2]) else program
        key = {"Idempotency-Key": ID}
        for body, kind, status in UNREADABLE:
            titles = set()
            for language in ("ky", "ru", "en"):
                answer = ask(asked, operation, body, kind=kind, **key, **{"Accept-Language": language})
                assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM), operation[0]
                assert answer["Content-Language"] == language
                titles.add(answer.json()["title"])
            assert len(titles) == 3, operation[0]


def test_no_other_method_and_no_stranger(told: dict[str, Any], program: Program) -> None:
    for path in told["paths"]:
        operation = next(one for one in all_of(told) if one[0] == path)
        wrong = program.client.patch("/api/v1/" + path_of(path, operation[2]))
        assert (wrong.status_code, wrong["Content-Type"]) == (405, PROBLEM), path
        assert "PATCH" not in wrong["Allow"]
        assert set(COUNTED) <= set(wrong.headers)
        if is_closed(operation[2]):
            for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"}):
                refused = ask(program, operation, **headers)
                assert (refused.status_code, refused["Content-Type"]) == (401, PROBLEM), path
                assert refused["WWW-Authenticate"].startswith("Bearer")
                assert set(COUNTED) <= set(refused.headers)


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v2/bodies", "/api/nothing.json", "/api/v1/no/such", "/api/v1/x"]
)
def test_an_unknown_address_is_a_problem_too(town: Town, program: Program, path: str) -> None:
    titles = set()
    for language in ("ky", "ru", "en"):
        answer = program.client.get(path, headers={"Accept-Language": language})
        assert (answer.status_code, answer["Content-Type"]) == (404, PROBLEM)
        assert set(COUNTED) <= set(answer.headers)
        titles.add(answer.json()["title"])
    assert len(titles) == 3


def test_what_is_accepted_does_not_matter(town: Town, program: Program) -> None:
    """There is one form only: whoever asks for another gets it all the same (RFC 9110, 12.4.1)."""
    assert program.get("kinds", Accept="text/csv")["Content-Type"].startswith(JSON)
