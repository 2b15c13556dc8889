"""Telling the stories again, step by step in the order of time, under the same rules as the real acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from kairyluu.data.journal.recording import entry_of
from kairyluu.rules import policies, states
from kairyluu.usecases.demo import answering, intake, work
from kairyluu.usecases.demo.ledger import Ledger
from kairyluu.usecases.demo.steps import Step, Story

ACTS: dict[str, Callable[[Ledger, Step], intake.Facts]] = {
    "submit": intake.submit,
    "take_in": intake.take_in,
    "register": intake.register,
    "refuse": answering.refuse,
    "resolve": work.resolve,
    "add_note": work.add_note,
    "attach_file": work.attach_file,
    "contribute": work.contribute,
    "draft_answer": answering.draft_answer,
    "submit_answer": answering.submit_answer,
    "return_answer": answering.return_answer,
    "sign_answer": answering.sign_answer,
    "send_answer": answering.send_answer,
}
REASONS = {"resolve": lambda words: words["resolution"]["text"], "refuse": lambda words: words["reason"]}
REASONS["return_answer"] = lambda words: words["remarks"]


def replay(stories: Iterable[Story], ledger: Ledger, now: datetime) -> None:
    """Everything that has happened by now, so that serials follow the order of registration; what the rules do not
    allow stops the whole demo with the refusal."""
    steps = [step for story in stories for step in story.steps if step.at <= now]
    for step in sorted(steps, key=lambda step: step.at):
        _do(step, ledger)


def _do(step: Step, ledger: Ledger) -> None:
    actor = ledger.actor(step)
    if step.verb in policies.VERBS:
        case = ledger.case(step)
        policies.demand(policies.VERBS[step.verb](actor, case.facts()), step.verb)
        target = states.move(case.appeal.state, step.verb).target
        facts = ACTS[step.verb](ledger, step)
        case.appeal.state = target
        case.appeal.version += 1
    else:
        facts = ACTS[step.verb](ledger, step)
    entry = entry_of(
        step.verb,
        actor=actor,
        now=step.at,
        appeal_id=ledger.case(step).appeal.id,
        body_code=step.story.body.code,
        facts=facts,
        reason=REASONS[step.verb](step.words) if step.verb in REASONS else "",
    )
    ledger.add(entry)
