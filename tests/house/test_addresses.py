"""Closed by default: every address of the staff's faces refuses the stranger, the citizen and staff of another body,
looking (GET) and acting (POST); and nobody's page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kairyluu.data.alarms.models import Alarm, AlarmMark
from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.models import Entry, Look
from kairyluu.usecases.act import is_acting
from tests.cast import Member, Town
from tests.factories import alarms, appeals, calls

STAFF_FACES = ("desk/", "console/", "law/", "watch/", "sysadmin/", "alarms/")
OUTSIDERS = (
    "visitor",
    "citizen",
    "foreign_registrar",
    "foreign_head",
    "foreign_executor",
    "operator_of_the_system",
)
WITHOUT_CONTENT = ("body_admin", "portal_owner")
INSIDERS = (
    "registrar",
    "operator",
    "akim",
    "deputy",
    "executor",
    "controller",
    "overseer",
    "execution_controller",
)
FORMS = ("/add/", "/change/", "/delete/", "/history/")
# What a closed door answers: not there, not allowed, sign in first, not this way.
CLOSED = {302, 403, 404, 405}
SECRET = "Купуя сөз менен жазылган кайрылуу"


def addresses(patterns: list[URLPattern | URLResolver] | None = None, before: str = "") -> Iterator[str]:
    """Every address as a pattern with its `<type:name>` parts."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        where = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, where)
        else:
            yield where


def staff_addresses() -> list[str]:
    return sorted({where for where in addresses() if where.startswith(STAFF_FACES)})


def of_an_appeal() -> list[str]:
    return [where for where in staff_addresses() if "appeal_id" in where]


def filled(where: str, appeal: Appeal, file_id: UUID) -> str:
    """The address for this appeal; words that mean nothing here for other parts."""
    values = {"appeal_id": str(appeal.pk), "file_id": str(file_id), "code": "all"}
    path = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values.get(part[1], "1"), where)
    return "/" + re.sub(r"[\^$]|\\Z|\(\?P.*?\)", "", path)


@pytest.fixture
def closed_appeal(town: Town) -> tuple[Appeal, UUID]:
    """Answered, with a letter and words that must not leak."""
    appeal = appeals.answered(town, subject=SECRET)
    return appeal, Attachment.objects.get(appeal=appeal, purpose="letter").pk


@pytest.fixture
def open_appeal(town: Town) -> tuple[Appeal, UUID]:
    return appeals.awaiting_signature(town, subject=SECRET), uuid4()


def only_reading(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """While a page is drawn the database only reads; use cases (a recorded look, say) may write before that."""
    first = sql.lstrip("( \n").split(None, 1)[0].upper()
    reads = first in ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "WITH")
    assert reads or is_acting() or "shared_cache" in sql, f"a GET writes: {sql[:200]}"
    return execute(sql, params, many, context)


def client_of(town: Town, who: str) -> Client:
    client = Client()
    if who != "visitor":
        member: Member = getattr(town, who)
        client.force_login(member.account)
    return client


def test_the_faces_of_the_staff_are_here() -> None:
    assert len(of_an_appeal()) >= 15
    assert {face for face in STAFF_FACES for where in staff_addresses() if where.startswith(face)} == set(
        STAFF_FACES
    )


@pytest.mark.parametrize("who", OUTSIDERS + WITHOUT_CONTENT)
def test_an_appeal_is_not_there_for_who_does_not_work_on_it(
    town: Town, closed_appeal: tuple[Appeal, UUID], open_appeal: tuple[Appeal, UUID], who: str
) -> None:
    client = client_of(town, who)
    before = (Entry.objects.count(), Look.objects.count())

    for appeal, file_id in (closed_appeal, open_appeal):
        for where in of_an_appeal():
            path = filled(where, appeal, file_id)
            for answer in (
                client.get(path),
                client.post(path, {"seen_version": appeal.version, "text": "x" * 60}),
            ):
                assert answer.status_code in CLOSED, f"{who} got {answer.status_code} at {path}"
                assert SECRET not in answer.content.decode(errors="ignore")
    assert (Entry.objects.count(), Look.objects.count()) == before
    assert set(Appeal.objects.values_list("state", flat=True)) == {"answered", "awaiting_signature"}


@pytest.mark.parametrize("who", OUTSIDERS + WITHOUT_CONTENT)
def test_no_list_search_or_count_tells_of_it(town: Town, open_appeal: tuple[Appeal, UUID], who: str) -> None:
    client = client_of(town, who)

    for where in staff_addresses():
        if "appeal_id" in where:
            continue
        path = filled(where, *open_appeal)
        for query in ("", "?q=купуя", f"?body={town.body.code}", f"?q={open_appeal[0].tracking_number}"):
            if "body" in query and where.startswith("sysadmin/"):
                continue  # there it is the first value of a field, by row id
            if query and where.startswith("sysadmin/") and where.endswith(FORMS):
                break  # a form looks for nothing
            answer = client.get(path + query)
            assert answer.status_code < 500, f"{who} broke {path}{query}"
            assert SECRET not in answer.content.decode(errors="ignore"), f"{who} read it at {path}{query}"
            if answer.status_code in CLOSED:
                break  # the door is shut before anything is asked


def test_the_person_complained_about_meets_closed_doors_only(town: Town) -> None:
    from kairyluu.usecases.appeals.submit import Target

    # A reader of every case of the body; about its head it would not be considered here at all.
    about = Target(official=town.controller.official.code)
    appeal = appeals.registered(town, subject=SECRET, kind="complaint", targets=(about,))
    client = client_of(town, "controller")

    for where in staff_addresses():
        path = filled(where, appeal, uuid4())
        for query in ("", "?q=купуя"):
            assert SECRET not in client.get(path + query).content.decode(errors="ignore"), path
        if "appeal_id" in where:
            assert client.post(path, {"seen_version": appeal.version}).status_code in CLOSED


@pytest.mark.parametrize("who", [*OUTSIDERS, *WITHOUT_CONTENT, "registrar", "executor", "controller"])
def test_the_telephone_is_not_there_for_who_does_not_answer_it(town: Town, who: str) -> None:
    call = calls.opened(town)
    entry = calls.explained(town, text=SECRET).entries.get()
    client, before = client_of(town, who), (Call.objects.count(), Entry.objects.count(), Look.objects.count())

    for where in (where for where in staff_addresses() if where.startswith("console/")):
        values = {"call_id": str(call.pk), "entry_id": str(entry.pk), "key": str(uuid4())}
        path = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], where)  # noqa: B023
        for answer in (
            client.get(path),
            client.post(path, {"do": "save", "seen_version": 1, "line": "alai-trust"}),
        ):
            assert answer.status_code in CLOSED, f"{who} got {answer.status_code} at {path}"
            assert SECRET not in answer.content.decode(errors="ignore")
    assert (Call.objects.count(), Entry.objects.count(), Look.objects.count()) == before


@pytest.mark.parametrize("who", [*OUTSIDERS, *WITHOUT_CONTENT, "executor", "controller"])
def test_an_alarm_is_not_there_for_who_was_not_told(town: Town, who: str) -> None:
    alarm = alarms.raised(town, text=SECRET)
    letter = alarm.notices.filter(channel="email")[0]
    values = {"alarm_id": alarm.pk, "notice_id": letter.pk, "token": "0" * 40}
    client, before = client_of(town, who), AlarmMark.objects.count()

    for where in (where for where in staff_addresses() if where.startswith("alarms/")):
        path = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(values[part[1]]), where)
        for answer in (
            client.get(path),
            client.post(path, {"words": "x", "alarm": "A", "body": town.body.code}),
        ):
            assert answer.status_code in CLOSED or "alarm_id" not in where, f"{who} got in at {path}"
            shown = answer.content.decode(errors="ignore")
            assert SECRET not in shown
            assert str(alarm.pk) not in shown
    assert not alarm.answers.exists()
    assert AlarmMark.objects.filter(notice__alarm=alarm).count() == before
    assert not Alarm.objects.filter(body=town.body).exclude(pk=alarm.pk).exists()


@pytest.mark.parametrize("who", INSIDERS)
def test_no_page_breaks_for_who_works_here(
    town: Town, closed_appeal: tuple[Appeal, UUID], open_appeal: tuple[Appeal, UUID], who: str
) -> None:
    client = client_of(town, who)

    with connection.execute_wrapper(only_reading):
        for (appeal, file_id), known in ((closed_appeal, staff_addresses()), (open_appeal, of_an_appeal())):
            for where in known:
                path = filled(where, appeal, file_id)
                answer = client.get(path)
                if answer.streaming:
                    b"".join(answer.streaming_content)  # read to its end, the file is closed
                assert answer.status_code < 500, f"{who} broke {path}"


@pytest.mark.parametrize("who", ["visitor", "citizen"])
def test_no_public_page_breaks_or_writes(town: Town, closed_appeal: tuple[Appeal, UUID], who: str) -> None:
    client = client_of(town, who)

    with connection.execute_wrapper(only_reading):
        for where in sorted(set(addresses())):
            if not where.startswith((*STAFF_FACES, "^")) and "logout" not in where:
                assert client.get(filled(where, *closed_appeal)).status_code < 500, f"{who} broke {where}"


@pytest.mark.parametrize("where", sorted(set(addresses())))
def test_addresses_are_kebab_case_and_their_parts_typed(where: str) -> None:
    if where.startswith("sysadmin/") or "(" in where or "^" in where:
        return  # drawn by Django's admin and by the account library
    plain = re.sub(r"<[^>]*>", "", where)

    assert re.fullmatch(r"[a-z0-9/.-]*", plain), f"{where}: kebab-case, please"
    assert all(":" in part for part in re.findall(r"<([^>]*)>", where)), f"{where}: give each part a type"
