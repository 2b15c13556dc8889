"""What every change of hands shares: the receiver, the term for it, and who is told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.handing import hand_over
from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.conflicts.receivers import find_receiver, named_by
from kairyluu.queries.directory import directory
from kairyluu.queries.staff import address_of
from kairyluu.rules import conflicts
from kairyluu.rules.deadlines import forwarding_due
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.opening import acting_post, main_applicant, official_of
from kairyluu.usecases.conflicts.attempts import tried

OWN_WORDS = 10  # characters: less is no reason


class ReceiverNotOpen(Refused):
    """The body takes no appeals here: not connected, or closed; facts: body."""


class ReceiverIsSender(Refused):
    """An appeal cannot be forwarded to the body that holds it."""


class ReceiverComplainedAbout(Refused):
    """The receiver is complained about or headed by the accused, or stands below such a body; facts: body, accused."""


class WhyMissing(Refused):
    """Handing an appeal over needs a reason in words; facts: least."""


def demand_reason(reason: str) -> None:
    if len(reason.strip()) < OWN_WORDS:
        raise WhyMissing({"least": OWN_WORDS})


def receiver_for(appeal: Appeal, code: str, today: date) -> Body:
    """The competent body by its code; raises what a clerk is told beside the field."""
    known = directory()
    body = known.bodies.get(code)
    if body is None or not body.is_open:
        raise ReceiverNotOpen({"body": code})
    if body.pk == appeal.body_id:
        raise ReceiverIsSender()
    considered = find_receiver(body, named_by(appeal), today)
    if considered.about is not None and considered.body.pk != body.pk:
        refused = ReceiverComplainedAbout({"body": body.code, "accused": considered.about.code})
        raise tried(refused, "forward", appeal)
    return body


def give(
    appeal: Appeal, receiver: Body, words: dict[str, str], *, actor: Actor, now: datetime
) -> tuple[Appeal, Handover]:
    """Hands over; `words` are kind, reason and part of the handover. The receiver's registrars are told."""
    known = directory()
    today = date_in_bishkek(now)
    post = acting_post(actor, appeal, "head", "deputy", "registrar")
    calendar = known.calendar_for(appeal.body)
    handover = Handover(
        due_on=forwarding_due(appeal.registered_on or today, known.terms, calendar, appeal.kind).due_on,
        author_id=official_of(actor),
        author_post_id=post.post_id,
        author_name=actor.name,
        made_at=now,
        **words,
    )
    due = known.registration_due(now, receiver, kind=appeal.kind)
    successor = hand_over(appeal, handover, receiver, due=due, now=now)
    _record_arrival(appeal, successor, actor, now)
    return successor, handover


def facts_of_giving(appeal: Appeal, successor: Appeal, handover: Handover, today: date) -> dict[str, Any]:
    """For the journal of who gives away."""
    return {
        "to": successor.body.code,
        "to_name": successor.body.name_ky,
        "number": appeal.number,
        "kind": handover.kind,
        "successor": str(successor.pk),
        "tracking_number": successor.tracking_number,
        "n_hops": successor.n_hops,
        "is_late": handover.due_on is not None and today > handover.due_on,
    }


def tell_applicant(code: str, appeal: Appeal, successor: Appeal, reason: str, now: datetime) -> None:
    """Why, to whom, and the new number; number and secret on the receipt go on working."""
    language = appeal.reply_language
    outbox.put_for_applicant(
        code,
        appeal,
        main_applicant(appeal).email,
        now=now,
        to_name=successor.body.name(language),
        reason=reason,
        new_number=successor.tracking_number,
    )


def _record_arrival(appeal: Appeal, successor: Appeal, actor: Actor, now: datetime) -> None:
    came = {
        "from": appeal.body.code,
        "from_name": appeal.body.name_ky,
        "tracking_number": successor.tracking_number,
    }
    record("arrive", actor=actor, now=now, appeal_id=successor.id, body_code=successor.body.code, facts=came)
    facts = successor.facts()
    for tenure in directory().holders_in(successor.body_id, date_in_bishkek(now), "registrar"):
        if not conflicts.may_be_told(tenure.official_id, facts):
            continue
        address, language = address_of(tenure.official_id)
        outbox.put("appeal_arrived", address=address, language=language, appeal=successor, now=now)
