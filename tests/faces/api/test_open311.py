"""GeoReport v2 as its clients know it: JSON and XML, keys, errors; and nothing private is ever named."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.exchange.models import Entered
from kairyluu.rules.exchange.programs import READ, SEND
from tests.cast import Town
from tests.faces.api.test_programs import opened, secret_of

V2 = "/api/open311/v2"
TEXT = "Чоң көчөдөгү чырак күйбөйт. Кечинде балдар караңгыда мектептен кайтышат."


@pytest.fixture
def key(town: Town) -> str:
    return secret_of(opened(town, town.registrar, (READ, SEND)), town.registrar)


@pytest.fixture
def caller() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def whole(town: Town, instruction: str, key: str, caller: Client) -> dict[str, str]:
    """What the service asks for."""
    code = caller.get(f"{V2}/services.json").json()[0]["service_code"]
    return {
        "api_key": key,
        "jurisdiction_id": town.body.code,
        "service_code": code,
        "description": TEXT,
        "first_name": "Айгүл",
        "last_name": "Үлгүбаева",
        "phone": "0700123456",
        "address_string": "Чоң көчө, 12",
        "lat": "40.3",
        "long": "73.1",
        "attribute[home_address]": "Гүлчө айылы, Манас көчөсү, 5",
        "attribute[instruction_version]": instruction,
        "attribute[consent]": "yes",
    }


def test_what_there_is_in_both_forms(town: Town, caller: Client) -> None:
    assert caller.get("/api/open311/discovery.json").json()["endpoints"][0]["url"].endswith("/open311/v2")
    listed = caller.get(f"{V2}/services.json?language=ru").json()
    found = Xml.fromstring(caller.get(f"{V2}/services.xml?language=ru").content)
    assert found.tag == "services"
    assert [one.findtext("service_code") for one in found.findall("service")] == [
        one["service_code"] for one in listed
    ]
    code = listed[0]["service_code"]
    asked = caller.get(f"{V2}/services/{code}.json?jurisdiction_id={town.body.code}").json()["attributes"]
    assert {one["code"] for one in asked if one["required"]} == {
        *("home_address", "instruction_version", "consent"),
    }
    described = Xml.fromstring(caller.get(f"{V2}/services/{code}.xml").content)
    assert described.find("attributes/attribute/variable").text == "true"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_sent_followed_by_its_program_and_by_nobody_else(
    town: Town, caller: Client, whole: dict[str, str], form: str
) -> None:
    sent = caller.post(f"{V2}/requests.{form}", whole)
    assert sent.status_code == 201, sent.content.decode()
    appeal = Appeal.objects.get()
    assert appeal.tracking_number in sent.content.decode()
    assert (appeal.channel.code, appeal.topic.code) == ("api", whole["service_code"])
    assert "Чоң көчө, 12 (40.3, 73.1)" in appeal.text
    assert Applicant.objects.get(appeal=appeal).home_address == whole["attribute[home_address]"]
    assert not Entered.objects.get().is_listed

    one = f"{V2}/requests/{appeal.tracking_number}.{form}"
    seen = caller.get(f"{one}?api_key={whole['api_key']}").content.decode()
    assert "open" in seen
    for private in (TEXT, "Үлгүбаева", "700123456", "Чоң көчө", "Гүлчө", "40.3"):
        assert private not in seen
    assert caller.get(one).status_code == 404
    assert caller.get(f"{V2}/requests.json").json() == []
    assert len(caller.get(f"{V2}/requests.json", {"api_key": whole["api_key"]}).json()) == 1


def test_what_the_sender_agreed_to_is_listed_without_words(
    town: Town, caller: Client, whole: dict[str, str]
) -> None:
    agreed = whole | {"attribute[listed]": "yes"}
    caller.post(f"{V2}/requests.json", agreed)
    caller.post(f"{V2}/requests.json", agreed | {"attribute[kind]": "complaint"})

    listed = caller.get(f"{V2}/requests.json?status=open&jurisdiction_id={town.body.code}").json()
    assert [one["service_code"] for one in listed] == [whole["service_code"]]
    assert {name for name, value in listed[0].items() if value} == {
        *("service_request_id", "status", "status_notes", "service_name", "service_code"),
        *("agency_responsible", "requested_datetime", "updated_datetime", "expected_datetime"),
    }
    assert caller.get(f"{V2}/requests.json?status=closed").json() == []
    number = listed[0]["service_request_id"]
    assert caller.get(f"{V2}/tokens/{number}.json").json() == [
        {"service_request_id": number, "token": number}
    ]
    Appeal.objects.filter(tracking_number=number).update(is_confidential=True)
    assert caller.get(f"{V2}/requests/{number}.json").status_code == 404


@pytest.mark.parametrize(
    ("change", "status", "names"),
    [
        ({"api_key": ""}, 403, "api_key"),
        ({"api_key": "kairyluu_x"}, 403, "api_key"),
        ({"jurisdiction_id": "nowhere"}, 404, "jurisdiction_id"),
        ({"service_code": "nothing"}, 404, "service_code"),
        ({"last_name": "", "phone": "12"}, 400, "last_name"),
        ({"attribute[consent]": ""}, 400, "attribute[consent]"),
        ({"attribute[instruction_version]": "0"}, 400, "instruction"),
        ({"description": ""}, 400, "description"),
        ({"attribute[territory]": "nowhere"}, 400, "attribute[territory]"),
    ],
)
def test_errors_are_those_of_the_specification(
    town: Town, caller: Client, whole: dict[str, str], change: dict[str, str], status: int, names: str
) -> None:
    answer = caller.post(f"{V2}/requests.json?language=en", whole | change)

    assert answer.status_code == status, answer.content.decode()
    told: list[dict[str, Any]] = answer.json()
    assert {one["code"] for one in told} == {status}
    assert names in " ".join(one["description"] for one in told)
    assert not Appeal.objects.exists()
    errors = Xml.fromstring(caller.post(f"{V2}/requests.xml", whole | change).content)
    assert (errors.tag, errors.findtext("error/code")) == ("errors", str(status))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("requests.json?status=eaten", 400),
        ("requests.json?start_date=yesterday", 400),
        ("requests.xml?start_date=9999-99-99T00:00:00Z", 400),
        ("services/nothing.xml", 404),
        ("requests/26-1.json", 404),
        ("services.json?jurisdiction_id=nowhere", 404),
    ],
)
def test_strange_questions_are_told_so(town: Town, caller: Client, path: str, status: int) -> None:
    assert caller.get(f"{V2}/{path}").status_code == status


def test_the_same_key_sends_once(town: Town, caller: Client, whole: dict[str, str]) -> None:
    again = {"Idempotency-Key": "1b4e28ba-2fa1-4d3a-a3f5-ef19b5a7633b"}
    first, second = (caller.post(f"{V2}/requests.json", whole, headers=again).json() for _ in range(2))

    assert first == second
    assert Appeal.objects.count() == 1
    assert caller.delete(f"{V2}/requests.json").status_code == 405
