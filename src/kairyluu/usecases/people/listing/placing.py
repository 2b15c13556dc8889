"""What one row of a list of staff does: the person, the name, the post and its last day."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Official, Post, Tenure
from kairyluu.data.people.models import Account
from kairyluu.usecases.people.listing.reading import RowRefused, StaffRow
from kairyluu.usecases.people.sessions.end import end_every_session

NAMES = ("surname", "given_name", "patronymic")
OPERATOR_ROLE = "technical_operator"
ADDED, RENAMED, BEGUN, ENDED, SAME = "added", "renamed", "begun", "ended", "same"


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one row does; `what` are codes of this module, `before` the names as they were."""

    number: int
    email: str
    name: str
    post: str
    what: tuple[str, ...]
    before: str = ""


def apply_row(row: StaffRow, now: datetime) -> Change:
    """A step of `load_staff`. Raises `RowRefused`."""
    post = Post.objects.filter(code=row.post, is_active=True).first()
    if post is None:
        raise RowRefused("post")
    account = Account.objects.select_for_update().filter(email__iexact=row.email).first()
    official = _official_of(account, row)
    _demand_separation(account, official, post)
    what: list[str] = []
    before = official.full_name if official else ""
    if official is None:
        official, what = _new_person(row, now), [ADDED]
    elif _renamed(official, account, row):
        what = [RENAMED]
    what += _tenure(post, official, row)
    return Change(
        number=row.number,
        email=row.email,
        name=official.full_name,
        post=row.post,
        what=tuple(what) or (SAME,),
        before=before if RENAMED in what else "",
    )


def _official_of(account: Account | None, row: StaffRow) -> Official | None:
    """A cabinet that exists already never turns into an official's account by a row of a file: whoever opened it knows its
    password."""
    if account is None:
        return None
    if account.official is None:
        raise RowRefused("cabinet")
    if not account.is_active:
        raise RowRefused("closed")
    return account.official


def _demand_separation(account: Account | None, official: Official | None, post: Post) -> None:
    """Who runs the system reads nobody's letters (Resolution No. 463, clause 2); nor does a file make anybody run it."""
    if post.role == OPERATOR_ROLE or (account is not None and (account.is_staff or account.is_superuser)):
        raise RowRefused("operator")
    if official and Tenure.objects.filter(official=official, post__role=OPERATOR_ROLE).exists():
        raise RowRefused("operator")


def _new_person(row: StaffRow, now: datetime) -> Official:
    code = f"staff-{hashlib.sha256(row.email.encode()).hexdigest()[:16]}"
    names = {name: getattr(row, name) for name in NAMES}
    official = Official.objects.create(code=code, **names)
    Account.objects.create_user(row.email, official=official, language=row.language, joined_at=now, **names)
    return official


def _renamed(official: Official, account: Account | None, row: StaffRow) -> bool:
    changed = [name for name in NAMES if getattr(official, name) != getattr(row, name)]
    for target in (official, account) if changed else ():
        if target is not None:
            for name in NAMES:
                setattr(target, name, getattr(row, name))
            target.save(update_fields=list(NAMES))
    return bool(changed)


def _tenure(post: Post, official: Official, row: StaffRow) -> list[str]:
    tenure = Tenure.objects.select_for_update().filter(post=post, official=official, starts_on=row.starts_on)
    held = tenure.first()
    if held is None:
        Tenure.objects.create(
            post=post, official=official, starts_on=row.starts_on, ends_on=row.ends_on, basis=row.basis
        )
        return [BEGUN, ENDED] if row.ends_on else [BEGUN]
    if held.ends_on == row.ends_on:
        return []
    held.ends_on, held.basis = row.ends_on, row.basis or held.basis
    held.save(update_fields=["ends_on", "basis"])
    for pk in Account.objects.filter(official=official).values_list("pk", flat=True):
        end_every_session(pk)  # what a browser shows already is over as well
    return [ENDED] if row.ends_on else [BEGUN]
