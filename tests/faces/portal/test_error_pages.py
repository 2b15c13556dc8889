"""An error page leads back to where one works, and nobody to a door that is closed to him."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from kairyluu.data.people.models import Account
from kairyluu.faces.portal.views.errors import broken
from tests.cast import Town
from tests.inspecting import InspectingClient

pytestmark = pytest.mark.django_db


def page_after_signing_in(account: Account | None, path: str) -> str:
    client = InspectingClient()
    if account:
        client.force_login(account)
    answer = client.get(path)
    assert answer.status_code == 404
    return answer.content.decode()


def test_an_official_finds_his_desk_everywhere(town: Town) -> None:
    page = page_after_signing_in(town.registrar.account, "/no/such/")

    assert 'href="/desk/"' in page
    assert "Иш ордуна" in page


def test_a_citizen_is_led_to_the_cabinet_and_never_to_the_desk(town: Town) -> None:
    citizen = Account.objects.create_user("citizen@test.example", "")

    page = page_after_signing_in(citizen, "/desk/no/such/")

    assert 'href="/cabinet/"' in page
    assert 'href="/desk/"' not in page


def test_the_operator_is_led_to_the_system_administration() -> None:
    operator = Account.objects.create_user("operator@test.example", "", is_staff=True)

    page = page_after_signing_in(operator, "/sysadmin/no/such/")

    assert 'href="/sysadmin/"' in page
    assert 'href="/desk/"' not in page


def test_who_is_not_signed_in_gets_the_desk_only_below_its_address() -> None:
    assert 'href="/desk/"' in page_after_signing_in(None, "/desk/no/such/")
    assert 'href="/desk/"' not in page_after_signing_in(None, "/no/such/")


def test_when_something_broke_the_database_is_not_asked_who_reads_it(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        page = broken(RequestFactory().get("/desk/inbox/")).content.decode()

    assert 'href="/desk/"' in page
