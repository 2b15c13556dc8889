"""The matter lies outside the powers: the operator explains which body to turn to and by what procedure, and the call is
entered all the same. Regulation of the Alai line, III.5; H36–H37."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.calls.entering import enter_call
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import outcomes
from kairyluu.rules.calls.journal import short_content
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.calls.ending import Ending, applicant_column, demand_script, end, opened, targets_of
from kairyluu.usecases.calls.send_told import queue_told


@dataclass(frozen=True, kw_only=True)
class ExplainCall(Ending):
    """Of the fields, `told_body` is the code of the body and `told` the procedure in words; with `sms` the caller is
    sent both."""


class ExplanationMissing(Refused):
    """Both are said: which body, and by what procedure; facts: field."""


@act
def explain_call(command: ExplainCall, *, actor: Actor, now: datetime) -> Call:
    call = opened(command, actor=actor, now=now)
    demand_script(call)
    body = directory().bodies.get(call.fields.get("told_body", ""))
    procedure = " ".join(call.fields.get("told", "").split())
    if body is None or not procedure:
        raise ExplanationMissing({"field": "told_body" if body is None else "told"})
    targets = targets_of(call)
    end(call, outcomes.EXPLAINED, targets, now=now)
    enter_call(
        call,
        is_apart=bool(targets),
        now=now,
        applicant=applicant_column(call),
        content=short_content(call.fields.get("subject", ""), call.fields["text"]),
        told=f"{body.name_ky}: {procedure}",
    )
    facts = {"call": str(call.id), "line": call.line.code, "to": body.code, "sms": "sms" in call.fields}
    if call.fields.get("sms"):
        queue_told(call, now=now)
    record("explain_call", actor=actor, now=now, body_code=call.line.body.code, facts=facts)
    return call
