"""The executor puts the finished draft before the head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record
from kairyluu.queries.cases.answer_texts import placeholders_in
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.answers.checking import demand_complete, words_of_points
from kairyluu.usecases.answers.originality import demand_original
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class SubmitAnswer:
    appeal_id: UUID
    seen_version: int | None = None


class NoDraft(Refused):
    """There is no draft to put before the head."""


class ReasonMissing(Refused):
    """This outcome needs words on what was done or why; facts: outcome."""


class PlaceholderLeft(Refused):
    """A placeholder of the template was not replaced; facts: placeholders."""


@act
def submit_answer(command: SubmitAnswer, *, actor: Actor, now: datetime) -> Appeal:
    appeal = open_for("submit_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    answer = Answer.objects.select_related("outcome").filter(appeal=appeal).first()
    if answer is None or not answer.text.strip():
        raise NoDraft()
    if answer.outcome.counts_as_positive and not answer.measures.strip():
        raise ReasonMissing({"outcome": answer.outcome.code})
    if left := placeholders_in(f"{answer.text} {answer.measures} {words_of_points(appeal)}"):
        raise PlaceholderLeft({"placeholders": left})
    left_open = demand_complete(appeal, answer, today=date_in_bishkek(now))
    left_open |= demand_original(appeal, actor=actor)

    answer.submitted_at = now
    answer.save(update_fields=["submitted_at"])
    appeal.save(update_fields=["version", "state"])

    facts = {"outcome": answer.outcome.code, "times_returned": answer.n_returns} | left_open
    record(
        "submit_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts
    )
    return appeal
