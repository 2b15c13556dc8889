"""What an alarm is raised on: a call, an appeal, or nothing but a body; and whom it is about as far as that says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call
from kairyluu.queries.alarms.about import about_appeal, about_fields, joined
from kairyluu.queries.calls.lines import posts_of
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.calls.access import may_act_on_call, may_take_call
from kairyluu.rules.calls.alarms import About
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.calls.opening import CallNotFound


class Asked(Protocol):
    """The part of the command that says where."""

    @property
    def call_id(self) -> UUID | None: ...
    @property
    def appeal_id(self) -> UUID | None: ...
    @property
    def body(self) -> str: ...
    @property
    def fields(self) -> dict[str, str]: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class Ground:
    body: Body
    words: str
    call: Call | None = None
    appeal: Appeal | None = None
    about: About = field(default_factory=About)
    is_confidential: bool = False


def ground_of(asked: Asked, *, actor: Actor, now: datetime) -> Ground:
    """Raises `CallNotFound`, `AppealNotFound`, `UnknownCode`."""
    today = date_in_bishkek(now)
    if asked.call_id is not None:
        return _call(asked.call_id, asked.fields, actor, today)
    if asked.appeal_id is not None:
        return _appeal(asked.appeal_id, asked.words, actor)
    return Ground(body=directory().body(asked.body), words=asked.words)


def _call(call_id: UUID, fields: dict[str, str], actor: Actor, today: date) -> Ground:
    """Whatever state the call is in, and whoever saved it last: an alarm waits for nothing."""
    call = Call.objects.select_related("line__body", "appeal").filter(pk=call_id).first()
    if call is None:
        raise CallNotFound()
    body = call.line.body
    if not may_act_on_call(actor, call.operator_id, may_take_call(actor, body.pk, posts_of(call.line))):
        raise CallNotFound()
    about = joined(about_fields(call.fields, body, today), about_fields(fields, body, today))
    if call.appeal is not None:
        about = joined(about, about_appeal(call.appeal))
    words = fields.get("text", "").strip() or call.fields.get("text", "")
    return Ground(body=body, words=words, call=call, about=about, is_confidential=_is_asked(call, fields))


def _is_asked(call: Call, fields: dict[str, str]) -> bool:
    """The caller asked to be known to named persons only, in the form as saved or as typed since."""
    is_marked = call.appeal is not None and call.appeal.is_confidential
    return is_marked or bool(call.fields.get("confidential") or fields.get("confidential"))


def _appeal(appeal_id: UUID, words: str, actor: Actor) -> Ground:
    """Of any channel, seen by the actor; its own text where nothing else is said."""
    appeal = Appeal.objects.select_related("body").filter(pk=appeal_id).first()
    if appeal is None or not policies.may_see(actor, appeal.facts()):
        raise AppealNotFound()
    return Ground(
        body=appeal.body,
        words=words.strip() or appeal.text,
        appeal=appeal,
        about=about_appeal(appeal),
        is_confidential=appeal.is_confidential,
    )
