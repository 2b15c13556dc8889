"""Calls for tests, made by the real acts, and the fields of the sample story."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from kairyluu.data.calls.models import Call
from kairyluu.usecases.appeals.by_hand import TakenIn
from kairyluu.usecases.calls.explain import ExplainCall, explain_call
from kairyluu.usecases.calls.note import NoteNoAppeal, note_no_appeal
from kairyluu.usecases.calls.open import OpenCall, open_call
from kairyluu.usecases.calls.register import RegisterCall, register_call
from tests.cast import NOW, Member, Town

LINE = "alai-trust"
NUMBER = "0700 00 00 04"
STORY = {
    "said_name": "on",
    "said_post": "on",
    "who": "person",
    "name": "Сыналбаев Кадыр",
    "phone": "+996700000004",
    "home_address": "Кабылан-Көл, 00",
    "text": "Электр зымы үйдүн үстүнөн өткөн. Шамал болгондо учкун чыгат, балдар коркот.",
    "kind": "application",
    "reply_language": "ky",
    "concern": "nobody",
}


def opened(town: Town, *, by: Member | None = None, now: datetime = NOW, number: str = NUMBER) -> Call:
    command = OpenCall(opening_key=uuid4(), line=LINE, number=number)
    return open_call(command, actor=(by or town.operator).actor_on(now.date()), now=now)


def registered(town: Town, *, by: Member | None = None, now: datetime = NOW, **fields: str) -> TakenIn:
    call = opened(town, by=by, now=now)
    command = RegisterCall(call_id=call.pk, seen_version=1, fields=STORY | fields)
    return register_call(command, actor=(by or town.operator).actor_on(now.date()), now=now)


def explained(town: Town, *, now: datetime = NOW, **fields: str) -> Call:
    call = opened(town, now=now)
    told = {"told_body": town.ministry.code, "told": "Паспорт менен өзү барат же арыз жазат."}
    command = ExplainCall(call_id=call.pk, seen_version=1, fields=STORY | told | fields)
    return explain_call(command, actor=town.operator.actor_on(now.date()), now=now)


def noted(town: Town, *, why: str = "wrong_number", now: datetime = NOW, **fields: Any) -> Call:
    call = opened(town, now=now)
    command = NoteNoAppeal(call_id=call.pk, seen_version=1, fields=fields, why=why)
    return note_no_appeal(command, actor=town.operator.actor_on(now.date()), now=now)
