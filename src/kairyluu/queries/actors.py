"""From an account to an actor: whoever acts, with the posts held today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.facts import CITIZEN, STAFF, Actor, PostHeld

VISITOR_ACTOR = Actor()
PROVEN = "proven_by"  # in the session


def actor_of(account: Any, today: date) -> Actor:
    """The actor behind a request's user: a visitor when not signed in; staff while a tenure lasts."""
    if not isinstance(account, Account) or not account.is_active:
        return VISITOR_ACTOR
    posts = _posts(directory(), account.official_id, today)
    return Actor(
        kind=STAFF if posts else CITIZEN,
        account_id=account.pk,
        official_id=account.official_id,
        name=account.full_name,
        posts=posts,
    )


def with_proof(actor: Actor, mark: Any) -> Actor:
    """`mark` is what the session says under `PROVEN`: which account was opened by which provider."""
    is_ours = (
        isinstance(mark, dict) and mark.get("account") == actor.account_id and actor.account_id is not None
    )
    return replace(actor, proven_by=str(mark.get("provider", ""))) if is_ours else actor


def official_actor(official_id: int, name: str, today: date) -> Actor:
    """An official as he would act today, whether he has an account or not: to ask what he may see."""
    posts = _posts(directory(), official_id, today)
    return Actor(kind=STAFF if posts else CITIZEN, official_id=official_id, name=name, posts=posts)


def _posts(known: Directory, official_id: int | None, today: date) -> tuple[PostHeld, ...]:
    if official_id is None:
        return ()
    return tuple(_held(tenure) for tenure in known.tenures_of(official_id, today))


def _held(tenure: Tenure) -> PostHeld:
    post = tenure.post
    return PostHeld(
        role=post.role,
        body_id=post.body_id,
        body_code=post.body.code,
        body_path=post.body.path,
        post_id=post.pk,
        title_ky=post.title_ky,
        title_ru=post.title_ru,
        title_en=post.title_en,
        is_stand_in=tenure.stands_in_for_id is not None,
    )
