"""Finding a call or a line for an act: locked, with the policy asked; what is not the actor's is not there."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from kairyluu.data.calls.models import Call
from kairyluu.queries.calls.lines import find_line, posts_of
from kairyluu.rules import policies
from kairyluu.rules.calls import outcomes
from kairyluu.rules.calls.access import may_act_on_call, may_take_call
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile

LONGEST = 20_000  # letters of one field


class CallNotFound(Refused):
    """No such call, or not this operator's: the answer is the same."""


class CallEnded(Refused):
    """It has its outcome: what is wrong in it is corrected in the journal."""


def open_call_for(call_id: UUID, seen_version: int, save_key: UUID | None, *, actor: Actor) -> Call:
    """Raises `CallNotFound`, `CallEnded`, and `ChangedMeanwhile` unless nothing was saved since, or the newest save is
    this very one sent again."""
    call = (
        Call.objects.select_for_update(of=("self",)).select_related("line__body").filter(pk=call_id).first()
    )
    if call is None:
        raise CallNotFound()
    may_take = may_take_call(actor, call.line.body_id, posts_of(call.line))
    if not may_act_on_call(actor, call.operator_id, may_take):
        raise CallNotFound()
    if call.state != outcomes.OPEN:
        raise CallEnded()
    is_repeat = save_key is not None and call.last_save == save_key
    if call.version != seen_version and not is_repeat:
        raise ChangedMeanwhile({"version": call.version})
    return call


def demand_line(code: str, actor: Actor) -> Any:
    """The line, where the actor answers it."""
    line = find_line(code)
    policies.demand(may_take_call(actor, line.body_id, posts_of(line)), "open_call")
    return line


def write_down(call: Call, fields: dict[str, str], save_key: UUID | None, *, now: datetime) -> set[str]:
    """Keeps the form as typed and the moments of what was said; says which moments are new. Saves nothing."""
    call.fields = {str(name)[:40]: str(value)[:LONGEST] for name, value in fields.items()}
    call.version += 1
    call.last_save = save_key
    call.saved_at = now
    done = set()
    for name, column in (
        ("said_name", "said_name_at"),
        ("said_post", "said_post_at"),
        ("read_back", "read_back_at"),
    ):
        if call.fields.get(name) and getattr(call, column) is None:
            setattr(call, column, now)
            done.add(name)
    return done
