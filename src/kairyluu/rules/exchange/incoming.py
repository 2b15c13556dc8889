"""What a document system may send: the shape of one message. Fields we do not know stay as they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.rules.refusals import Refused

FORMAT = "kairyluu-incoming/1"
REGISTRATION, RESOLUTION, STATE, ANSWER, APPEAL = "registration", "resolution", "state", "answer", "appeal"
KINDS = (REGISTRATION, RESOLUTION, STATE, ANSWER, APPEAL)
MOST_DOCUMENTS = 20


class MessageUnreadable(Refused):
    """Not as the schema says; facts: field."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """What every message has; `about` is the key of our registration, empty for an appeal of theirs; `body` our code of
    the body it is for; `made_at` by their clock."""

    key: UUID
    kind: str
    about: UUID | None
    body: str
    made_at: datetime
    package: int | None


def head_of(content: Mapping[str, Any]) -> Head:
    """Raises `MessageUnreadable` with the first field that is wrong."""
    if content.get("format") != FORMAT:
        raise MessageUnreadable({"field": "format"})
    kind = content.get("kind")
    if kind not in KINDS:
        raise MessageUnreadable({"field": "kind"})
    if not isinstance(content.get(kind), Mapping):
        raise MessageUnreadable({"field": str(kind)})
    package = content.get("package")
    if package is not None and not (isinstance(package, int) and 0 < package < 2**31):
        raise MessageUnreadable({"field": "package"})
    return Head(
        key=uuid_in(content, "key"),
        kind=str(kind),
        about=None if kind == APPEAL else uuid_in(content, "about"),
        body=words_in(content, "body", most=80),
        made_at=moment_in(content, "made_at"),
        package=package,
    )


def words_in(part: Mapping[str, Any], name: str, *, most: int, is_needed: bool = False) -> str:
    value = part.get(name, "")
    value = "" if value is None else value
    if (
        not isinstance(value, str)
        or "\x00" in value
        or len(value) > most
        or (is_needed and not value.strip())
    ):
        raise MessageUnreadable({"field": name})
    return value.strip()


def uuid_in(part: Mapping[str, Any], name: str) -> UUID:
    try:
        return UUID(str(part.get(name)))
    except ValueError:
        raise MessageUnreadable({"field": name}) from None


def moment_in(part: Mapping[str, Any], name: str) -> datetime:
    """With its zone. A clock ahead of ours is believed: what follows from the moment is bounded where it is used."""
    try:
        moment = datetime.fromisoformat(str(part.get(name)))
    except ValueError:
        raise MessageUnreadable({"field": name}) from None
    if moment.tzinfo is None:
        raise MessageUnreadable({"field": name})
    return moment


def day_in(part: Mapping[str, Any], name: str) -> date | None:
    value = part.get(name)
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise MessageUnreadable({"field": name}) from None
