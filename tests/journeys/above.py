"""People of the representation in Osh oblast, above the town, employed where a story needs them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.cast import Member, Town
from tests.factories import people


@dataclass(frozen=True)
class Above:
    registrar: Member
    head: Member
    executor: Member


def staff_above(town: Town) -> Above:
    return Above(
        *(_employed(town, f"osh_{role}", f"pr-o.{role}") for role in ("registrar", "head", "executor"))
    )


def _employed(town: Town, key: str, post_code: str) -> Member:
    post = people.add_post(post_code, town.above)
    official = people.add_official(key, post)
    account = people.add_account(f"{key}@example.org", official=official, surname=official.surname)
    return Member(account=account, official=official, post=post)
