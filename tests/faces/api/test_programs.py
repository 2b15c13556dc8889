"""A body's own program: opened by the operator, taken by its official, narrower than he is, and ended at once."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.exchange.models import Program as Row
from kairyluu.data.journal.models import Entry, Look
from kairyluu.rules.exchange.programs import DRAFT, READ, REGISTER, RESOLVE, SCOPES
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.programs.end import EndProgram, end_program
from kairyluu.usecases.programs.open import OpenProgram, open_program
from kairyluu.usecases.programs.take import TakeSecret, take_secret
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals
from tests.factories.callers import Program

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def opened(town: Town, member: Member, scopes: tuple[str, ...] = SCOPES, **changes: Any) -> Row:
    assert member.official
    assert member.post
    values = {
        "name": "Иш кагаздары",
        "body": member.post.body.code,
        "official_id": member.official.pk,
        "scopes": scopes,
        "ends_on": TODAY + timedelta(days=90),
    }
    return open_program(OpenProgram(**values | changes), actor=town.operator_of_the_system.actor, now=NOW)


def secret_of(row: Row, member: Member) -> str:
    return take_secret(TakeSecret(program_id=row.pk), actor=member.actor, now=NOW)


def program_of(town: Town, member: Member, scopes: tuple[str, ...] = SCOPES) -> Program:
    return Program(Authorization=f"Bearer {secret_of(opened(town, member, scopes), member)}")


def test_opened_by_one_taken_by_another_kept_as_a_digest(town: Town) -> None:
    row = opened(town, town.registrar, (READ,))
    for other in (town.operator_of_the_system, town.akim, town.foreign_registrar):
        with pytest.raises(Refused):
            secret_of(row, other)
    secret = secret_of(row, town.registrar)

    row.refresh_from_db()
    assert secret not in (row.digest, str(row.__dict__))
    assert list(
        Entry.objects.filter(act__in=("open_program", "take_secret")).values_list("act", flat=True)
    ) == [
        "open_program",
        "take_secret",
    ]
    assert secret not in str(list(Entry.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize(
    "changes",
    [
        {"scopes": ("cases.sign",)},
        {"scopes": ()},
        {"ends_on": TODAY - timedelta(days=1)},
        {"ends_on": TODAY + timedelta(days=400)},
        {"body": "min-labour"},
    ],
)
def test_what_cannot_be_opened(town: Town, changes: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        opened(town, town.registrar, **changes)
    assert not Row.objects.exists()


def test_only_the_operator_opens(town: Town) -> None:
    command = OpenProgram(name="x", body=town.body.code, official_id=1, scopes=(READ,), ends_on=TODAY)
    for who in (town.akim, town.body_admin, town.registrar, town.citizen):
        with pytest.raises(Refused):
            open_program(command, actor=who.actor, now=NOW)


def test_closed_by_default(town: Town) -> None:
    appeal = appeals.received(town)
    for headers in ({}, {"Authorization": "Bearer kairyluu_x"}, {"Authorization": "Bearer kt.x"}):
        answer = Program(**headers).get(f"cases/{appeal.pk}")
        assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
        assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_program_of_another_body_sees_nothing(town: Town) -> None:
    appeal = appeals.received(town)
    before = Look.objects.count()
    foreign = program_of(town, town.foreign_registrar)

    assert foreign.get("cases").json()["items"] == []
    assert foreign.get(f"cases/{appeal.pk}").status_code == 404
    for path in ("registration", "draft/submission"):
        assert foreign.send(f"cases/{appeal.pk}/{path}", {"version": 1}).status_code == 404
    assert not Look.objects.filter(appeal_id=appeal.pk, pk__gt=before).exists()
    appeal.refresh_from_db()
    assert appeal.state == "received"


def test_an_overseer_from_above_has_no_program_that_oversees(town: Town) -> None:
    with pytest.raises(Refused):
        opened(town, town.overseer)


def test_list_read_register_and_every_look_is_recorded(town: Town) -> None:
    appeal = appeals.received(town)
    program = program_of(town, town.registrar, (READ, REGISTER))

    (row,) = program.get("cases?state=received").json()["items"]
    assert row["id"] == str(appeal.pk)
    told = program.get(f"cases/{appeal.pk}").json()
    assert told["applicant"]["surname"] == "Үлгүбаева"
    assert "register" in told["verbs"]
    assert set(Look.objects.values_list("what", flat=True)) == {"list", "case"}
    assert all("Иш кагаздары" in name for name in Look.objects.values_list("actor_name", flat=True))

    acted = program.send(f"cases/{appeal.pk}/registration", {"version": told["version"]})
    assert (acted.status_code, acted.json()["state"]) == (200, "registered")
    assert acted.json()["number"]
    entry = Entry.objects.get(act="register")
    assert town.registrar.official
    assert (entry.actor_official, entry.actor_kind) == (town.registrar.official.pk, "staff")

    late = program.send(f"cases/{appeal.pk}/registration", {"version": acted.json()["version"]})
    assert (late.status_code, late.json()["code"]) == (409, "not_possible_now")
    old = program.send(f"cases/{appeal.pk}/registration", {"version": told["version"]})
    assert (old.status_code, old.json()["code"]) == (409, "changed_meanwhile")


def test_the_scope_is_narrower_than_the_official(town: Town) -> None:
    appeal = appeals.received(town)
    reader = program_of(town, town.registrar, (READ,))

    answer = reader.send(f"cases/{appeal.pk}/registration", {"version": appeal.version})
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
    assert REGISTER in answer["WWW-Authenticate"]
    assert program_of(town, town.akim, (RESOLVE,)).get("cases").status_code == 403


def test_the_official_is_narrower_than_the_scope(town: Town) -> None:
    appeal = appeals.registered(town)
    assert town.executor.official
    order = {"version": appeal.version, "text": "Караңыз.", "lead": {"official": town.executor.official.code}}

    refused = program_of(town, town.registrar).send(f"cases/{appeal.pk}/resolution", order)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
    head = program_of(town, town.akim)
    assert head.send(f"cases/{appeal.pk}/resolution", order).json()["state"] == "assigned"


def test_a_draft_goes_to_the_head_and_a_person_signs(town: Town) -> None:
    appeal = appeals.assigned(town)
    executor = program_of(town, town.executor, (READ, DRAFT))
    assert [row["id"] for row in executor.get("cases").json()["items"]] == [str(appeal.pk)]
    draft = {
        "version": appeal.version,
        "text": "Урматтуу Айгүл Токтосуновна! Насос 5-мартта оңдолду, суу берилди.",
        "outcome": "satisfied",
        "measures": "Насос алмаштырылды.",
    }

    written = executor.send(f"cases/{appeal.pk}/draft", draft, method="put")
    assert written.status_code == 200, written.content
    path = f"/api/v1/cases/{appeal.pk}/files"
    files = [executor.client.post(path, {"file": SimpleUploadedFile("a.pdf", PDF)}) for _ in range(2)]
    assert [one.status_code for one in files] == [201, 201]
    assert files[0].json() == files[1].json()
    assert Attachment.objects.filter(appeal=appeal, purpose="execution").count() == 1
    version = executor.get(f"cases/{appeal.pk}").json()["version"]
    put = executor.send(f"cases/{appeal.pk}/draft/submission", {"version": version})
    assert put.json()["state"] == "awaiting_signature", put.content
    assert not [path for path in _paths() if "sign" in path or "refus" in path or "send" in path]


def _paths() -> list[str]:
    from kairyluu.faces.api.v1.door import api

    return list(api.get_openapi_schema(path_prefix="/api/v1/")["paths"])


def test_the_person_complained_about_has_no_way_round(town: Town) -> None:
    from kairyluu.usecases.appeals.submit import Target

    assert town.controller.official
    about = (Target(official=town.controller.official.code),)
    appeal = appeals.registered(town, kind="complaint", targets=about)
    program = program_of(town, town.controller)

    assert program.get(f"cases/{appeal.pk}").status_code == 404
    assert program.get("cases").json()["total"] == 0


def test_a_short_token_is_narrower_and_forgets_itself(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    row = opened(town, town.registrar, (READ, REGISTER))
    secret = secret_of(row, town.registrar)
    basic = base64.b64encode(f"{row.pk}:{secret}".encode()).decode()
    asked = {"grant_type": "client_credentials", "scope": READ}

    outside = Program()
    got = outside.client.post("/api/v1/oauth/token", asked, headers={"Authorization": f"Basic {basic}"})
    assert (got.status_code, got["Cache-Control"], got.json()["scope"]) == (200, "no-store", READ)
    program = Program(Authorization=f"Bearer {got.json()['access_token']}")
    assert program.get("cases").status_code == 200
    assert program.send(f"cases/{uuid4()}/registration", {"version": 1}).json()["code"] == "scope_missing"

    wrong = outside.client.post(
        "/api/v1/oauth/token", asked | {"client_id": str(row.pk), "client_secret": "x"}
    )
    assert (wrong.status_code, wrong.json()["error"]) == (401, "invalid_client")
    assert wrong["Content-Type"] == "application/json"
    assert wrong["WWW-Authenticate"].startswith("Basic")
    wide = asked | {"scope": "cases.draft", "client_id": str(row.pk), "client_secret": secret}
    too_wide = outside.client.post("/api/v1/oauth/token", wide)
    assert (too_wide.status_code, too_wide.json()["error"]) == (400, "invalid_scope")

    from django.core import signing

    much_later = signing.time.time() + 16 * 60
    monkeypatch.setattr("django.core.signing.time.time", lambda: much_later)
    assert program.get("cases").status_code == 401


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": "client_credentials", "scope": ["a", "b"]}, "invalid_request"),
        ({"grant_type": "client_credentials", "client_id": "x", "client_secret": "y"}, "invalid_client"),
    ],
)
def test_the_token_endpoint_fails_as_its_rfc_says(town: Town, sent: dict[str, Any], error: str) -> None:
    answer = Program().client.post("/api/v1/oauth/token?language=en", sent)

    assert answer.json()["error"] == error
    assert answer.status_code == (401 if error == "invalid_client" else 400)
    assert answer.json()["error_description"]
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("how", ["ended", "taken again", "run out", "left the post"])
def test_what_is_over_opens_nothing(town: Town, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = opened(town, town.registrar, (READ,))
    program = Program(Authorization=f"Bearer {secret_of(row, town.registrar)}")
    assert program.get("cases").status_code == 200
    if how == "ended":
        end_program(EndProgram(program_id=row.pk), actor=town.akim.actor, now=NOW)
    elif how == "taken again":
        secret_of(row, town.registrar)
    elif how == "run out":
        Row.objects.update(ends_on=TODAY - timedelta(days=1))
    else:
        Tenure.objects.filter(official=town.registrar.official).update(ends_on=TODAY - timedelta(days=1))
    assert program.get("cases").status_code == 401


def test_who_may_end_it(town: Town) -> None:
    row = opened(town, town.registrar, (READ,))
    for who in (town.executor, town.foreign_head, town.citizen):
        with pytest.raises(Refused):
            end_program(EndProgram(program_id=row.pk), actor=who.actor, now=NOW)
    end_program(EndProgram(program_id=row.pk), actor=town.body_admin.actor, now=NOW)
    assert Entry.objects.filter(act="end_program").exists()
    assert not Appeal.objects.exists()
