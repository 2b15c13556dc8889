"""The two doors to a program: the operator's, who opens it, and the official's, who takes its secret."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.utils.translation import override

from kairyluu.data.exchange.models import Program as Row
from kairyluu.design.templatetags.wording import scope_word
from kairyluu.rules.exchange.programs import SCOPES
from tests.cast import TODAY, Member, Town
from tests.factories.callers import Program
from tests.inspecting import InspectingClient, form_of, text_of


def signed_in(member: Member) -> InspectingClient:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def test_opened_by_the_operator_taken_and_ended_by_the_official(town: Town) -> None:
    operator = Client()
    operator.force_login(town.operator_of_the_system.account)
    page = f"/sysadmin/agencies/body/{town.body.pk}/programs/"
    assert "Программа ачуу" in text_of(operator.get(page).content)
    assert town.registrar.official
    sent = {"do": "open", "name": "Иш кагаздары", "official": town.registrar.official.pk}
    sent |= {"scopes": ["cases.read", "cases.register"], "ends_on": (TODAY + timedelta(days=30)).isoformat()}
    late = operator.post(page, sent | {"ends_on": "2031-01-01"})
    assert (late.status_code, Row.objects.count()) == (200, 0)
    assert operator.post(page, sent).status_code == 302
    row = Row.objects.get()
    assert "kairyluu_" not in operator.get(page).content.decode()

    registrar = signed_in(town.registrar)
    shown = registrar.get("/desk/programs/")
    assert "али алына элек" in text_of(shown.content)
    taking = form_of(shown.content, having="program") | {"do": "take"}
    answer = registrar.post("/desk/programs/", taking).content.decode()
    (secret,) = re.findall(r'value="(kairyluu_[^"]+)"', answer)
    assert Program(Authorization=f"Bearer {secret}").get("cases").status_code == 200
    assert secret not in registrar.get("/desk/programs/").content.decode()

    assert registrar.post("/desk/programs/", taking | {"do": "end"}).status_code == 200
    assert Program(Authorization=f"Bearer {secret}").get("cases").status_code == 401
    row.refresh_from_db()
    assert row.ended_at


def test_nobody_takes_anothers_secret_and_the_operator_may_end_it(town: Town) -> None:
    operator = Client()
    operator.force_login(town.operator_of_the_system.account)
    page = f"/sysadmin/agencies/body/{town.body.pk}/programs/"
    assert town.akim.official
    sent = {"do": "open", "name": "x", "official": town.akim.official.pk, "scopes": ["cases.read"]}
    operator.post(page, sent | {"ends_on": TODAY.isoformat()})
    row = Row.objects.get()

    for other in (town.registrar, town.deputy):
        client = signed_in(other)
        assert client.post("/desk/programs/", {"do": "take", "program": str(row.pk)}).status_code == 404
    assert signed_in(town.citizen).get("/desk/programs/").status_code == 404
    for member in (town.akim, town.registrar):
        assert signed_in(member).post(page, sent).status_code in (302, 403)
    assert operator.post(page, {"do": "end", "program": str(row.pk)}).status_code == 302
    row.refresh_from_db()
    assert (Row.objects.count(), row.digest) == (1, "")
    assert row.ended_at


def test_what_a_program_may_is_said_in_words_of_each_language() -> None:
    said = {}
    for language in ("en", "ky", "ru"):
        with override(language):
            said[language] = [scope_word(scope) for scope in SCOPES]
    for words in zip(SCOPES, *said.values(), strict=True):
        assert len(set(words)) == 4, words
        assert all(one.endswith(f"({words[0]})") for one in words[1:]), words
