"""The fixed company of the tests: the people of the demo town, on a Tuesday of March 2026.

`town` is the Alai district administration with its akim, deputy, registrar, trust telephone operator, executors, controller and
administrator; the aiyl okmotu of Sary-Tash below it (the foreign registrar, head and executor), the representation above
it with its overseer, a ministry that is open and an aiyl okmotu that is not connected; the portal's own people; two citizens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

from kairyluu.data.agencies.models import Body, Official, Post, Tenure
from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import BISHKEK
from tests.factories import people, reference

if TYPE_CHECKING:
    from tests.keeping_town import KeptTown

NOW = datetime(2026, 3, 10, 10, 0, tzinfo=BISHKEK)
TODAY = NOW.date()
PASSWORD = people.PASSWORD

# attribute -> (key of the person, post)
STAFF = {
    "akim": ("akim", "da-o-alai.head"),
    "deputy": ("first_deputy", "da-o-alai.first-deputy"),
    "registrar": ("registrar", "da-o-alai.registrar"),
    "operator": ("hotline_operator", "da-o-alai.hotline"),
    "executor": ("executor_social", "da-o-alai.executor-social"),
    "co_executor": ("executor_water", "da-o-alai.executor-water"),
    "controller": ("controller", "da-o-alai.controller"),
    "body_admin": ("body_admin", "da-o-alai.admin"),
    "foreign_head": ("sary_tash_head", "ao-o-alai-sary-tash.head"),
    "foreign_registrar": ("sary_tash_registrar", "ao-o-alai-sary-tash.registrar"),
    "foreign_executor": ("sary_tash_executor", "ao-o-alai-sary-tash.executor"),
    "overseer": ("osh_overseer", "pr-o.overseer"),
    "portal_owner": ("portal_owner", "presidential-administration.portal-owner"),
    "execution_controller": ("execution_controller", "presidential-administration.execution-controller"),
    "operator_of_the_system": ("technical_operator", "presidential-administration.technical-operator"),
}
CITIZENS = {"citizen": "aigul", "stranger": "irina"}


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of the company; a citizen has no official and no post."""

    account: Account
    official: Official | None = None
    post: Post | None = None

    @property
    def actor(self) -> Actor:
        return self.actor_on(TODAY)

    def actor_on(self, today: date) -> Actor:
        return actor_of(self.account, today)

    @property
    def email(self) -> str:
        return self.account.email


@dataclass(frozen=True, kw_only=True)
class Town:
    """`body` is the Alai district administration, `foreign_body` the aiyl okmotu of Sary-Tash below it, `above` the
    representation in Osh oblast, `ministry` open, `unconnected` takes part by agreement and is not connected."""

    body: Body
    foreign_body: Body
    above: Body
    ministry: Body
    unconnected: Body

    akim: Member
    deputy: Member
    registrar: Member
    operator: Member
    executor: Member
    co_executor: Member
    controller: Member
    body_admin: Member
    foreign_head: Member
    foreign_registrar: Member
    foreign_executor: Member
    overseer: Member
    portal_owner: Member
    execution_controller: Member
    operator_of_the_system: Member
    citizen: Member
    stranger: Member

    def staff(self) -> dict[str, Member]:
        """Everyone with a post, by attribute."""
        return {name: getattr(self, name) for name in STAFF}


@pytest.fixture(scope="session")
def kept_town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[KeptTown]:
    from tests.keeping_town import keep_town

    with django_db_blocker.unblock():
        kept = keep_town()
    yield kept
    with django_db_blocker.unblock():
        kept.leave()


@pytest.fixture
def _where_town_stands(request: pytest.FixtureRequest, kept_town: KeptTown) -> Iterator[None]:
    """A test that rolls back and knows the company by name works where it stands."""
    mark = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"}.intersection(request.fixturenames)
    if "town" not in request.fixturenames or commits or (mark and mark.kwargs.get("transaction")):
        yield
    else:
        with kept_town.moved_in():
            yield


@pytest.fixture
def _django_db_helper(_where_town_stands: None, _django_db_helper: None) -> None:
    """Before the first statement of a test it is decided in which database it works."""


@pytest.fixture
def town(db: None, kept_town: KeptTown) -> Town:
    return kept_town.settle()


def build_town() -> Town:
    """The whole company with the reference rows it needs; some fifty rows of its own."""
    reference.add_reference()
    bodies = _bodies()
    by_code = {body.code: body for body in bodies.values()}
    members = _staff(by_code) | {name: _citizen(key) for name, key in CITIZENS.items()}
    accounts = Account.objects.bulk_create(member.account for member in members.values())
    people.confirm_addresses(accounts)
    del bodies["top"]
    return Town(**bodies, **members)


def _bodies() -> dict[str, Body]:
    top = reference.add_body("presidential-administration", is_open=True, register_index="ПА")
    above = reference.add_body("pr-o", top, is_open=True, register_index="ОШ")
    body = reference.add_body("da-o-alai", above, is_open=True, register_index="АЛ")
    reference.add_line("alai-trust", body)
    return {
        "top": top,
        "above": above,
        "body": body,
        "foreign_body": reference.add_body(
            "ao-o-alai-sary-tash", body, is_open=True, register_index="СТ", participation="agreed"
        ),
        "ministry": reference.add_body("min-labour", is_open=True, register_index="ЭМ"),
        "unconnected": reference.add_body("ao-o-alai-lenin", body),
    }


def _staff(bodies: dict[str, Body]) -> dict[str, Member]:
    """Everyone in office; the accounts are not saved yet."""
    posts = Post.objects.bulk_create(
        people.new_post(code, bodies[code.partition(".")[0]]) for _, code in STAFF.values()
    )
    officials = Official.objects.bulk_create(people.new_official(key) for key, _ in STAFF.values())
    pairs = list(zip(officials, posts, strict=True))
    Tenure.objects.bulk_create(
        Tenure(official=official, post=post, starts_on=people.SINCE) for official, post in pairs
    )
    return {name: _employed(*pair) for name, pair in zip(STAFF, pairs, strict=True)}


def _employed(official: Official, post: Post) -> Member:
    person = people.invented("officials")[official.code]
    account = people.new_account(
        person["email"],
        official=official,
        surname=official.surname,
        given_name=official.given_name,
        language=person["language"],
        is_staff=post.role == "technical_operator",
    )
    return Member(account=account, official=official, post=post)


def _citizen(key: str) -> Member:
    """A citizen; the account is not saved yet."""
    person = people.invented("citizens")[key]
    names = {name: person[name] for name in ("surname", "given_name", "patronymic", "phone", "language")}
    return Member(account=people.new_account(person["email"], **names))
