"""The head's or deputy's resolution: an instruction, a responsible executor, co-executors with their parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.data.agencies.models import Official, Post
from kairyluu.data.appeals.confiding import name_confidants
from kairyluu.data.appeals.controlling import keep_under_control
from kairyluu.data.appeals.models import Appeal, Assignment, Resolution
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.staff import address_of
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import acting_post, official_of, open_for, post_of_official
from kairyluu.usecases.conflicts.attempts import tried
from kairyluu.usecases.exchange.queueing import queue_later

EXECUTOR_ROLES = ("executor", "registrar", "deputy", "head", "controller")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One executor's share; `official` is the official's code."""

    official: str
    part: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ResolveAppeal:
    """`due_on` is the internal day: not after the day by law. `is_under_control` sets a mark, never lifts one."""

    appeal_id: UUID
    text: str
    lead: Part
    co_executors: tuple[Part, ...] = ()
    due_on: date | None = None
    is_under_control: bool = False
    seen_version: int | None = None


class ExecutorNotInBody(Refused):
    """An executor must hold a post with case work in the body today; facts: official."""


class ExecutorComplainedAbout(Refused):
    """The complaint may not be handed to the person complained about; facts: official."""


class InternalDayTooLate(Refused):
    """The internal day lies before today, or after a day by law still to come; facts: due_on, law_due_on."""


class ExecutorNamedTwice(Refused):
    """One person cannot be both responsible and co-executor, or named twice."""


class InstructionEmpty(Refused):
    """A resolution needs words: what is to be done."""


@act
def resolve_appeal(command: ResolveAppeal, *, actor: Actor, now: datetime) -> Appeal:
    if not command.text.strip():
        raise InstructionEmpty()
    appeal = open_for("resolve", command.appeal_id, actor=actor, seen_version=command.seen_version)
    today, parts = date_in_bishkek(now), (command.lead, *command.co_executors)
    executors = _executors(parts, appeal, today)
    _check_internal_days((command.due_on, *(part.due_on for part in parts)), appeal, today)

    post, author_id = acting_post(actor, appeal, "head", "deputy"), official_of(actor)
    if command.is_under_control:
        keep_under_control(appeal, post, official_id=author_id, reason=command.text, now=now)
    appeal.save()
    resolution = Resolution.objects.create(
        appeal=appeal,
        text=command.text,
        due_on=command.due_on,
        author_id=author_id,
        author_post_id=post.post_id,
        made_at=now,
    )
    _assign(resolution, parts, executors)
    if appeal.is_confidential:
        name_confidants(appeal, [official.pk for official, _ in executors], now=now)

    facts = {
        "lead": executors[0][0].full_name,
        "co_executors": [official.full_name for official, _ in executors[1:]],
        "due_on": command.due_on.isoformat() if command.due_on else "",
        "is_under_control": appeal.is_under_control,
    }
    where: dict[str, Any] = {"appeal_id": appeal.id, "body_code": appeal.body.code}
    record("resolve", actor=actor, now=now, facts=facts, reason=command.text, **where)
    for address, language in [address_of(official.pk) for official, _ in executors]:
        outbox.put("work_assigned", address=address, language=language, appeal=appeal, now=now)
    queue_later(appeal.pk, "resolution", now=now, source=resolution.pk)
    return appeal


def _executors(parts: tuple[Part, ...], appeal: Appeal, today: date) -> list[tuple[Official, Post]]:
    codes = [part.official for part in parts]
    if len(set(codes)) < len(codes):
        raise ExecutorNamedTwice()
    found = {official.code: official for official in Official.objects.filter(code__in=codes)}
    return [_executor(found.get(code), code, appeal, today) for code in codes]


def _executor(official: Official | None, code: str, appeal: Appeal, today: date) -> tuple[Official, Post]:
    post = None if official is None else post_of_official(official.pk, appeal.body_id, today, *EXECUTOR_ROLES)
    if official is None or post is None or post.role not in EXECUTOR_ROLES:
        raise ExecutorNotInBody({"official": code})
    if not conflicts.may_be_given_to(official.pk, appeal.facts()):
        raise tried(ExecutorComplainedAbout({"official": official.full_name}), "resolve", appeal)
    return official, post


def _check_internal_days(days: tuple[date | None, ...], appeal: Appeal, today: date) -> None:
    law_day = appeal.consideration_due_on
    for day in days:
        if day and law_day and (day < today or today <= law_day < day):
            raise InternalDayTooLate({"due_on": day.isoformat(), "law_due_on": law_day.isoformat()})


def _assign(resolution: Resolution, parts: tuple[Part, ...], executors: list[tuple[Official, Post]]) -> None:
    """A new resolution replaces the earlier assignments; they stay for the record."""
    Assignment.objects.filter(appeal_id=resolution.appeal_id, is_current=True).update(is_current=False)
    Assignment.objects.bulk_create(
        Assignment(
            appeal_id=resolution.appeal_id,
            resolution=resolution,
            executor=official,
            executor_post=post,
            is_lead=place == 0,
            part=part.part,
            due_on=part.due_on,
        )
        for place, (part, (official, post)) in enumerate(zip(parts, executors, strict=True))
    )
