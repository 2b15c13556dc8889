"""Posts, officials, tenures and accounts for tests; the invented people of data/demo/people.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from kairyluu.data.agencies.models import Body, Official, Post, Tenure
from kairyluu.data.people.models import Account
from tests.factories.reference import DATA

PASSWORD = "kairyluu-demo"
SINCE = date(2025, 1, 1)


@cache
def invented(family: str) -> dict[str, dict[str, Any]]:
    """`posts` by code, `officials` and `citizens` by key."""
    rows = json.loads((DATA / "demo/people.json").read_text(encoding="utf-8"))[family]
    return {row.get("key") or row["code"]: row for row in rows}


@cache
def hashed_password() -> str:
    """Hashed once a run: all accounts of the tests share the password."""
    return make_password(PASSWORD)


def new_account(email: str, **fields: Any) -> Account:
    """Not saved yet; the password is `PASSWORD`."""
    return Account(email=email, password=hashed_password(), **{"language": "ky"} | fields)


def new_post(code: str, body: Body, **fields: Any) -> Post:
    """Not saved yet: one post of the demo town, or a new one when `fields` give role and titles."""
    values = {name: value for name, value in invented("posts").get(code, {}).items() if name != "department"}
    return Post(**values | {"code": code, "body": body, "status": "sample"} | fields)


def new_official(key: str) -> Official:
    """Not saved yet: one official of the demo town."""
    names = {name: invented("officials")[key][name] for name in ("surname", "given_name", "patronymic")}
    return Official(code=key, status="sample", **names)


def confirm_addresses(accounts: Iterable[Account]) -> None:
    EmailAddress.objects.bulk_create(
        EmailAddress(user=account, email=account.email, verified=True, primary=True) for account in accounts
    )


def add_account(email: str, **fields: Any) -> Account:
    """An account with a confirmed address and the password `PASSWORD`."""
    account = new_account(email, **fields)
    account.save()
    confirm_addresses([account])
    return account


def add_post(code: str, body: Body, **fields: Any) -> Post:
    post = new_post(code, body, **fields)
    post.save()
    return post


def add_official(key: str, post: Post | None = None, **tenure: Any) -> Official:
    """With a post: in it since `SINCE`, or as `tenure` says."""
    official = new_official(key)
    official.save()
    if post is not None:
        Tenure.objects.create(official=official, post=post, **{"starts_on": SINCE} | tenure)
    return official
