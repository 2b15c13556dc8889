"""Calls as their operator sees them: his own open ones, and what a number called about before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kairyluu.data.agencies.models import Line
from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from kairyluu.data.calls.models import Call
from kairyluu.queries.calls.lines import lines_answered_by
from kairyluu.queries.sight import NotYourBody, find_sight, unaccused, visible
from kairyluu.rules.calls import outcomes
from kairyluu.rules.calls.journal import short_content
from kairyluu.rules.channels import TRUST_TELEPHONE
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

MOST = 10


class NoSuchCall(Refused):
    """Absent and somebody else's look alike."""


@dataclass(frozen=True, kw_only=True)
class EarlierCall:
    """`content` is short; empty where the call held nothing."""

    id: UUID
    opened_at: datetime
    state: str
    no_appeal: str
    content: str
    operator: str


@dataclass(frozen=True, kw_only=True)
class History:
    calls: tuple[EarlierCall, ...]
    appeals: tuple[Appeal, ...]


def find_call(actor: Actor, call_id: UUID) -> Call:
    """The actor's own call on a line he still answers; raises `NoSuchCall`."""
    call = Call.objects.select_related("line__body", "appeal").filter(pk=call_id).first()
    lines = {line.pk for line in lines_answered_by(actor)}
    if call is None or call.operator_id != actor.official_id or call.line_id not in lines:
        raise NoSuchCall()
    return call


def blank_call(line: Line, now: datetime) -> Call:
    """A call that nobody opened yet: the form is drawn from it, nothing is saved."""
    return Call(line=line, opened_at=now, version=0)


def list_open(actor: Actor) -> list[Call]:
    """Calls he has not ended yet, the newest first."""
    lines = [line.pk for line in lines_answered_by(actor)]
    mine = Call.objects.filter(operator_id=actor.official_id, state=outcomes.OPEN, line_id__in=lines)
    return list(mine.select_related("line").order_by("-opened_at", "-id"))


def count_outcomes(actor: Actor, line: Line, since: datetime) -> dict[str, int]:
    """Calls of a line by how they ended; those that hold no appeal each by its kind. Without those the actor may not
    know of, which the journal does not show him either."""
    counts: dict[str, int] = {}
    for state, why in (
        _calls(actor).filter(line_id=line.pk, opened_at__gte=since).values_list("state", "no_appeal")
    ):
        counts[why or state] = counts.get(why or state, 0) + 1
    return counts


def history_of(actor: Actor, line: Line, number: str, *, but: UUID) -> History:
    """Earlier calls on this line and appeals to its body from the number, of those the actor may see."""
    if not number:
        return History(calls=(), appeals=())
    calls = _calls(actor).filter(line_id=line.pk, number=number).exclude(pk=but).exclude(state=outcomes.OPEN)
    appeals = _appeals(actor, line).filter(applicants__phone=number).distinct()
    return History(
        calls=tuple(_earlier(call) for call in calls.order_by("-opened_at")[:MOST]),
        appeals=tuple(appeals.defer("search", "text").order_by("-received_at", "-id")[:MOST]),
    )


def _calls(actor: Actor) -> QuerySet[Call]:
    """But those about the actor, and, taken by others, those about anybody."""
    if actor.official_id is None:
        return Call.objects.none()
    own = Q(operator_id=actor.official_id)
    nobody = Q(official__isnull=True, named_body__isnull=True, about="")
    return Call.objects.exclude(official_id=actor.official_id).filter(own | nobody)


def _appeals(actor: Actor, line: Line) -> QuerySet[Appeal]:
    """What a registrar sees anyway; an operator only what came by telephone, and as in the journal no complaint about
    anybody that another operator wrote down."""
    try:
        sight = find_sight(actor, line.body.code)
    except NotYourBody:
        by_phone = unaccused(actor).filter(body_id=line.body_id, is_withheld=False)
        own = Call.objects.filter(operator_id=actor.official_id, appeal__isnull=False).values("appeal_id")
        about_nobody = ~Exists(ComplaintTarget.objects.filter(appeal_id=OuterRef("pk")))
        return by_phone.filter(Q(pk__in=own) | about_nobody, channel__code=TRUST_TELEPHONE)
    return visible(sight)


def _earlier(call: Call) -> EarlierCall:
    return EarlierCall(
        id=call.pk,
        opened_at=call.opened_at,
        state=call.state,
        no_appeal=call.no_appeal,
        content=short_content(call.fields.get("subject", ""), call.fields.get("text", "")),
        operator=call.operator_name,
    )
