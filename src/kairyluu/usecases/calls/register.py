"""The call becomes an appeal: oral, by trust telephone, under the same law and the same clock. Regulation of the Alai
line, III.2 and III.7; H45."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.appeals.confiding import VEIL
from kairyluu.data.appeals.lodging import Content, Person
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.entering import enter_call
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.rules.calls import outcomes
from kairyluu.rules.calls.journal import short_content
from kairyluu.rules.channels import TRUST_TELEPHONE
from kairyluu.rules.facts import APPEAL_KINDS, Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import phone_e164
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.by_hand import TakeIn, TakenIn, enter_by_hand, facts_of, tell_applicant, told
from kairyluu.usecases.appeals.sending_once import once
from kairyluu.usecases.calls.ending import Ending, applicant_column, demand_script, end, opened, targets_of
from kairyluu.usecases.confidence.veiling import veil_call
from kairyluu.usecases.exchange.queueing import queue_second_entry

ASKED_BY_CALLER = "Чалган адам өтүндү"
LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, kw_only=True)
class RegisterCall(Ending):
    """See `Ending`."""


class NameRequired(Refused):
    """The line registers nobody who gives no name: Law No. 67 knows no answer to an anonymous appeal."""


class OrganisationRequired(Refused):
    """An organisation has its name and legal form: III.4."""


def register_call(command: RegisterCall, *, actor: Actor, now: datetime) -> TakenIn:
    """Enters once; the same call sent again answers with the same number."""
    return once(
        lambda: _register(command, actor=actor, now=now),
        lambda: _said_before(command),
    )


@act
def _register(command: RegisterCall, *, actor: Actor, now: datetime) -> TakenIn:
    call = opened(command, actor=actor, now=now)
    demand_script(call)
    targets = targets_of(call)
    order = TakeIn(
        submission_key=call.opening_key,
        body=call.line.body.code,
        channel=TRUST_TELEPHONE,
        received_at=call.opened_at,
        content=_content(call, is_about=bool(targets)),
        applicant=_person(call),
        targets=targets,
        confidential_because=_confidential_because(call),
    )
    appeal = enter_by_hand(order, actor=actor, now=now)
    call.appeal = appeal
    if appeal.is_confidential:
        veil_call(call)
    end(call, outcomes.REGISTERED, targets, now=now)
    entry = enter_call(
        call,
        is_apart=bool(targets) or appeal.is_confidential,
        now=now,
        appeal=appeal,
        applicant=VEIL if appeal.is_confidential else applicant_column(call),
        content=short_content(call.fields.get("subject", ""), order.content.text),
    )
    facts = facts_of(appeal, order) | {"call": str(call.id), "line": call.line.code}
    record("take_in", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    tell_applicant(appeal, order, now=now)
    queue_second_entry(appeal, entry, body_id=call.line.body_id, now=now)
    return told(appeal, order, is_repeat=False)


def _confidential_because(call: Call) -> str:
    """The ground, where the caller asks to be known to named persons only."""
    if not call.fields.get("confidential"):
        return ""
    return call.fields.get("confidential_ground", "").strip() or ASKED_BY_CALLER


def _content(call: Call, *, is_about: bool) -> Content:
    typed = call.fields
    kind = typed.get("kind", "")
    language = typed.get("reply_language", "")
    text = typed["text"].strip()
    return Content(
        kind=kind if kind in APPEAL_KINDS else ("complaint" if is_about else "application"),
        subject=short_content(typed.get("subject", ""), text)[:300],
        text=text,
        reply_language=language if language in LANGUAGES else "ky",
        topic=typed.get("topic", ""),
    )


def _person(call: Call) -> Person:
    typed = call.fields
    who = typed.get("who") or outcomes.PERSON
    words = typed.get("name", "").split() if who != outcomes.UNNAMED else []
    is_organisation = who == outcomes.ORGANISATION
    if is_organisation and not (
        typed.get("organisation", "").strip() and typed.get("legal_form", "").strip()
    ):
        raise OrganisationRequired()
    if not words and not is_organisation and not call.line.takes_anonymous:
        raise NameRequired()
    phone = typed.get("phone", "").strip()
    return Person(
        surname=" ".join(words[:1]),
        given_name=" ".join(words[1:2]),
        patronymic=" ".join(words[2:]),
        is_organisation=is_organisation,
        legal_form=typed.get("legal_form", "").strip() if is_organisation else "",
        organisation=typed.get("organisation", "").strip() if is_organisation else "",
        phone=phone_e164(phone) if phone else call.number,
        home_territory=typed.get("home_territory", ""),
        home_address=typed.get("home_address", "").strip(),
        postal_address=typed.get("postal_address", "").strip(),
    )


def _said_before(command: RegisterCall) -> TakenIn:
    call = Call.objects.get(pk=command.call_id)
    appeal = Appeal.objects.get(submission_key=call.opening_key)
    return TakenIn(
        appeal_id=appeal.id,
        number=appeal.number,
        tracking_number=appeal.tracking_number,
        secret="",
        is_repeat=True,
    )
