"""The demo town's bodies, posts, people and accounts, from data/demo."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from kairyluu.data.agencies.models import Body, Department, Official, Post, Tenure
from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.data.people.models import Account
from kairyluu.usecases.demo.texts import Row, Texts

PASSWORD = "kairyluu-demo"  # noqa: S105  printed at the start, in demo mode only
SAMPLE = {"status": "sample", "source": "data/demo"}
AGREED = "agreed"  # takes part by agreement, and one has been made


def add_town(texts: Texts, now: datetime) -> None:
    """Everything but appeals, in a database that has the reference data and none of these people."""
    bodies = {body.code: body for body in Body.objects.all()}
    _prepare_bodies(texts.read("bodies"), bodies)
    departments = _add_departments(texts.read("departments"), bodies)
    posts = _add_posts(texts.people["posts"], bodies, departments)
    officials = _add_officials(texts.people["officials"])
    _add_tenures(texts.people["officials"], posts, officials)
    _add_accounts(texts, officials, now)


def _prepare_bodies(rows: list[Row], bodies: dict[str, Body]) -> None:
    """Their marks in numbers, and the agreement of those who take part by agreement; opening comes later."""
    fields = ["register_index", "register_pattern", "participation", "edited_fields"]
    for row in rows:
        body = bodies[row["code"]]
        body.register_index = row["register_prefix"]
        body.register_pattern = row["register_pattern"]
        body.participation = "mandatory" if body.participation == "mandatory" else AGREED
        body.edited_fields = sorted({*body.edited_fields, *fields[:3]})
    Body.objects.bulk_update([bodies[row["code"]] for row in rows], fields)
    DocumentSystem.objects.bulk_create(
        DocumentSystem(body=bodies[row["code"]], kind=row["document_system"])
        for row in rows
        if row.get("document_system")
    )


def _add_departments(rows: list[Row], bodies: dict[str, Body]) -> dict[str, Department]:
    made = Department.objects.bulk_create(
        Department(**_without(row, "body", "sample"), body=bodies[row["body"]], **SAMPLE) for row in rows
    )
    return {department.code: department for department in made}


def _add_posts(
    rows: list[Row], bodies: dict[str, Body], departments: dict[str, Department]
) -> dict[str, Post]:
    made = Post.objects.bulk_create(
        Post(
            **_without(row, "body", "department", "sample"),
            body=bodies[row["body"]],
            department=departments.get(row["department"] or ""),
            **SAMPLE,
        )
        for row in rows
    )
    return {post.code: post for post in made}


def _add_officials(rows: list[Row]) -> dict[str, Official]:
    made = Official.objects.bulk_create(Official(code=row["key"], **_names(row), **SAMPLE) for row in rows)
    return {official.code: official for official in made}


def _add_tenures(rows: list[Row], posts: dict[str, Post], officials: dict[str, Official]) -> None:
    """First who holds a post, then who stands in for whom."""
    own: dict[tuple[str, str], Tenure] = {}
    stand_ins: list[Tenure] = []
    every = [(row["key"], tenure) for row in rows for tenure in row["tenures"]]
    for key, row in sorted(every, key=lambda pair: pair[1]["stands_in_for"] is not None):
        tenure = Tenure(
            post=posts[row["post"]],
            official=officials[key],
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_on=date.fromisoformat(row["ends_on"]) if row["ends_on"] else None,
            basis=row["basis"],
        )
        if row["stands_in_for"]:
            tenure.stands_in_for = own[row["stands_in_for"], row["post"]]
            stand_ins.append(tenure)
        else:
            own[key, row["post"]] = tenure
    Tenure.objects.bulk_create(own.values())
    Tenure.objects.bulk_create(stand_ins)


def _add_accounts(texts: Texts, officials: dict[str, Official], now: datetime) -> None:
    """One password for all, hashed once; every address confirmed."""
    hashed = make_password(PASSWORD)
    rows = [*texts.people["officials"], *texts.people["citizens"]]
    accounts = Account.objects.bulk_create(
        Account(
            email=row["email"],
            password=hashed,
            phone=row["phone"],
            language=row["language"],
            official=officials.get(row["key"]),
            is_staff=row.get("system_administrator", False),
            joined_at=now,
            **_names(row),
        )
        for row in rows
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=account, email=account.email, verified=True, primary=True) for account in accounts
    )


def _names(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("surname", "given_name", "patronymic")}


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}
