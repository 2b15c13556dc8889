"""Appeals for tests, made by the real acts: each function takes one a step further along its life."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from kairyluu.data.appeals.models import Appeal
from kairyluu.rules.facts import Actor
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.answers.return_answer import ReturnAnswer, return_answer
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.answers.sign_answer import SignAnswer, sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.appeals.submit import Content, Person, SubmitAppeal, submit_appeal
from tests.cast import NOW, Town

WATER = Content(
    kind="application",
    subject="Айылда таза суу жок",
    text="Сары-Таш айылында үч жумадан бери таза суу жок. Насос иштебей калды. Оңдоп берүүңүздөрдү суранам.",
    reply_language="ky",
)
SENDER = Person(
    surname="Үлгүбаева",
    given_name="Айгүл",
    patronymic="Токтосуновна",
    phone="+996700123456",
    email="aigul@example.org",
    home_territory="kg-o-alai",
    home_address="Гүлчө айылы, Манас көчөсү, 5",
)


def command(town: Town, **changes: Any) -> SubmitAppeal:
    """A complete submission to the Alai administration; `content` fields may be given by name."""
    content = replace(WATER, **{k: changes.pop(k) for k in list(changes) if k in WATER.__dataclass_fields__})
    values = {"submission_key": uuid4(), "body": town.body.code, "content": content, "applicant": SENDER}
    return SubmitAppeal(**(values | changes))


def received(town: Town, *, actor: Actor | None = None, now: datetime = NOW, **changes: Any) -> Appeal:
    done = submit_appeal(command(town, **changes), actor=actor or Actor(), now=now)
    return Appeal.objects.get(pk=done.appeal_id)


def registered(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = received(town, now=now, **changes)
    return register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=now)


def assigned(town: Town, *, now: datetime = NOW, with_co_executor: bool = False, **changes: Any) -> Appeal:
    appeal = registered(town, now=now, **changes)
    co = (
        (Part(official=town.co_executor.official.code, part="Насосту текшериңиз"),)
        if with_co_executor
        else ()
    )
    order = ResolveAppeal(
        appeal_id=appeal.pk,
        text="Маселени жеринде текшерип, чара көрүп, жообун даярдаңыз.",
        lead=Part(official=town.executor.official.code),
        co_executors=co,
    )
    return resolve_appeal(order, actor=town.akim.actor, now=now)


def drafted(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = assigned(town, now=now, **changes)
    draft = DraftAnswer(
        appeal_id=appeal.pk,
        text="Урматтуу Айгүл Токтосуновна!\n\nНасос 5-мартта оңдолду, суу берилди.",
        outcome="satisfied",
        measures="Насос алмаштырылды.",
    )
    draft_answer(draft, actor=town.executor.actor, now=now)
    return Appeal.objects.get(pk=appeal.pk)


def awaiting_signature(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = drafted(town, now=now, **changes)
    return submit_answer(SubmitAnswer(appeal_id=appeal.pk), actor=town.executor.actor, now=now)


def returned(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = awaiting_signature(town, now=now, **changes)
    return return_answer(
        ReturnAnswer(appeal_id=appeal.pk, remarks="Качан бүтөрүн жазыңыз."), actor=town.akim.actor, now=now
    )


def signed(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = awaiting_signature(town, now=now, **changes)
    return sign_answer(
        SignAnswer(appeal_id=appeal.pk, seen_version=appeal.version), actor=town.akim.actor, now=now
    )


def answered(town: Town, *, now: datetime = NOW, **changes: Any) -> Appeal:
    appeal = signed(town, now=now, **changes)
    return send_answer(
        SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=now + timedelta(days=2)
    )
