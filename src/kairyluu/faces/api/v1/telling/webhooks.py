"""Webhooks of a body's program: to which address it is told of which events, signed as Standard Webhooks wants it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from kairyluu.faces.api import keys
from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.gate import Bearer, caller
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.faces.api.reading import Sent
from kairyluu.faces.api.sentences import ADDRESSES
from kairyluu.faces.api.shapes import answers
from kairyluu.queries.exchange.webhooks import Hook, NoSuchWebhook, find_webhook, list_webhooks
from kairyluu.rules.exchange.programs import WEBHOOKS
from kairyluu.rules.exchange.webhooks import EVENTS
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.webhooks.keeping import Steer, steer
from kairyluu.usecases.webhooks.subscribing import Subscribe
from kairyluu.usecases.webhooks.subscribing import subscribe as subscribe_program

router = Router(tags=["Webhooks"], auth=Bearer())
CLOSED = (401, 403)
ACTED = (*CLOSED, 404)


class Subscription(Sent):
    address: str = Field(max_length=500, description="https; of the open internet; no redirects are followed")
    events: list[str] = Field(max_length=30, description=", ".join(EVENTS))


class WebhookRow(Schema):
    id: UUID
    address: str
    events: list[str]
    state: Literal["working", "failing", "paused"]
    made_at: datetime
    failing_since: datetime | None
    waiting: int = Field(description="events not told yet")
    given_up: int = Field(description="events that were given up; `again` sends them anew")
    older_secret_until: datetime | None = Field(description="until then both secrets sign")


class WebhookMade(WebhookRow):
    secret: str = Field(description="told here only: whsec_ and base64")


class Webhooks(Schema):
    items: list[WebhookRow]


class EventName(Schema):
    type: str


class Events(Schema):
    items: list[EventName]


@router.get("", response=answers(Webhooks, *CLOSED), summary="List webhooks", url_name="webhooks")
def webhooks(request: HttpRequest) -> Webhooks:
    """Of the program that asks."""
    by = caller(request, WEBHOOKS)
    return Webhooks(items=[WebhookRow(**_shaped(one)) for one in list_webhooks(by.program_id)])


@router.post(
    "",
    response=answers(WebhookMade, *CLOSED, 413, 415, ok=201),
    summary="Subscribe to events",
    url_name="subscribe",
    openapi_extra={"parameters": [keys.OPTIONAL]},
)
def subscribe(request: HttpRequest, sent: Subscription, response: HttpResponse) -> Status[WebhookMade]:
    """Told at least once and in the order of each appeal: type, moment, number, `sequence` and a link, no personal data. Check
    `webhook-signature` by any Standard Webhooks library and answer 2xx within ten seconds; else it comes again for four days.
    Repeated within a day with the same Idempotency-Key it answers with the same webhook and secret."""
    by = caller(request, WEBHOOKS)
    command = Subscribe(
        program_id=by.program_id,
        address=sent.address,
        events=tuple(sent.events),
        key=keys.key_if_any(request),
    )
    try:
        done = subscribe_program(command, actor=by.actor, now=by.now)
    except Refused as refused:
        raise _why_not(refused) from None
    if done.is_repeat:
        response.headers[keys.REPLAYED] = "true"
    hook = find_webhook(by.program_id, done.hook.pk)
    return Status(201, WebhookMade(**_shaped(hook), secret=done.secret))


@router.get("/events", response=answers(Events, *CLOSED), summary="Events there are", url_name="events")
def events(request: HttpRequest) -> Events:
    caller(request, WEBHOOKS)
    return Events(items=[EventName(type=one) for one in EVENTS])


@router.delete(
    "/{uuid:webhook_id}", response=answers(WebhookRow, *ACTED), summary="End a webhook", url_name="webhook"
)
def unsubscribe(request: HttpRequest, webhook_id: UUID) -> WebhookRow:
    """What waits is dropped."""
    by = caller(request, WEBHOOKS)
    hook = _found(by.program_id, webhook_id)
    steer(Steer(webhook_id=webhook_id, do="end"), actor=by.actor, now=by.now)
    return WebhookRow(**_shaped(hook))


@router.post(
    "/{uuid:webhook_id}/secret",
    response=answers(WebhookMade, *ACTED),
    summary="Take a new secret",
    url_name="webhook-secret",
)
def rotate(request: HttpRequest, webhook_id: UUID) -> WebhookMade:
    """For a day messages carry two signatures, one by each secret; then the older one ends."""
    hook, secret = _steered(request, webhook_id, "rotate")
    return WebhookMade(**_shaped(hook), secret=secret)


@router.post(
    "/{uuid:webhook_id}/{str:do}",
    response=answers(WebhookRow, *ACTED),
    summary="Test, resume or send again",
    url_name="webhook-do",
)
def steer_webhook(
    request: HttpRequest, webhook_id: UUID, do: Literal["test", "resume", "again"]
) -> WebhookRow:
    """`test` sends an event of type test; `resume` goes on after a pause; `again` sends what was given up anew."""
    hook, _secret = _steered(request, webhook_id, do)
    return WebhookRow(**_shaped(hook))


def _steered(request: HttpRequest, webhook_id: UUID, do: str) -> tuple[Hook, str]:
    by = caller(request, WEBHOOKS)
    _found(by.program_id, webhook_id)
    _row, secret = steer(Steer(webhook_id=webhook_id, do=do), actor=by.actor, now=by.now)
    return find_webhook(by.program_id, webhook_id), secret


def _found(program_id: UUID, webhook_id: UUID) -> Hook:
    try:
        return find_webhook(program_id, webhook_id)
    except NoSuchWebhook:
        raise Trouble("not_found") from None


def _shaped(hook: Hook) -> dict[str, Any]:
    row = hook.row
    names = ("id", "address", "events", "made_at", "failing_since")
    return {name: getattr(row, name) for name in names} | {
        "state": hook.state,
        "waiting": hook.n_waiting,
        "given_up": hook.n_dead,
        "older_secret_until": row.older_until,
    }


def _why_not(refused: Refused) -> Trouble:
    if refused.code == "subscribed_differently":
        return Trouble("sent_differently")
    if refused.code == "event_unknown":
        return invalid(At("/events", _("Choose events that GET /webhooks/events names.")))
    if refused.code == "bad_address":
        return invalid(At("/address", str(ADDRESSES[str(refused.facts["why"])])))
    if refused.code == "too_many_webhooks":
        return invalid(At("", _("A program has five webhooks at most.")))
    return Trouble("not_allowed")
