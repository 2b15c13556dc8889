"""Replaying the work on an appeal: resolution, notes, draft, signature, sending."""

from __future__ import annotations

from datetime import date

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Answer, Assignment, Note, Resolution
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.usecases.appeals.opening import close
from kairyluu.usecases.demo.books import outgoing
from kairyluu.usecases.demo.intake import Facts
from kairyluu.usecases.demo.ledger import Case, Ledger
from kairyluu.usecases.demo.steps import Step


def resolve(ledger: Ledger, step: Step) -> Facts:
    case, words = ledger.case(step), step.words["resolution"]
    team: list[Tenure] = step.words["team"]
    due_on = _internal_day(ledger, step, case)
    case.appeal.is_under_control = bool(words["under_control"])
    resolution = Resolution(
        appeal=case.appeal,
        text=words["text"],
        due_on=due_on,
        author=_who(step).official,
        author_post=_who(step).post,
        made_at=step.at,
    )
    assignments = [
        Assignment(
            appeal=case.appeal,
            resolution=resolution,
            executor=tenure.official,
            executor_post=tenure.post,
            is_lead=not n,
            part=words["co_executor_part"] if n else "",
            due_on=due_on,
        )
        for n, tenure in enumerate(team)
    ]
    ledger.add(resolution, *assignments)
    case.lead_id = team[0].official_id
    case.co_ids = frozenset(tenure.official_id for tenure in team[1:])
    case.co_assignments = assignments[1:]
    return {
        "lead": team[0].official.full_name,
        "co_executors": [tenure.official.full_name for tenure in team[1:]],
        "due_on": due_on.isoformat(),
        "is_under_control": case.appeal.is_under_control,
    }


def add_note(ledger: Ledger, step: Step) -> Facts:
    ledger.add(
        Note(
            appeal=ledger.case(step).appeal,
            author=_who(step).official,
            text=step.words["text"],
            written_at=step.at,
        )
    )
    return {"asks": ""}


def contribute(ledger: Ledger, step: Step) -> Facts:
    for assignment in ledger.case(step).co_assignments:
        if assignment.executor_id == _who(step).official_id:
            assignment.contribution = step.words["text"]
            assignment.contributed_at = step.at
    return {"length": len(step.words["text"])}


def draft_answer(ledger: Ledger, step: Step) -> Facts:
    case, words = ledger.case(step), step.words["answer"]
    outcome = ledger.known.outcomes[words["outcome"]]
    if case.answer is None:
        case.answer = Answer(
            appeal=case.appeal,
            language=case.appeal.reply_language,
            text=words["text"],
            outcome=outcome,
            measures=words["done"],
            author=_who(step).official,
        )
        ledger.add(case.answer)
    case.answer.drafted_at = step.at
    return {"outcome": outcome.code, "length": len(words["text"])}


def submit_answer(ledger: Ledger, step: Step) -> Facts:
    answer = _answer(ledger, step)
    answer.submitted_at = step.at
    return {"outcome": answer.outcome.code, "times_returned": answer.n_returns}


def return_answer(ledger: Ledger, step: Step) -> Facts:
    answer = _answer(ledger, step)
    answer.remarks, answer.returned_at = step.words["remarks"], step.at
    answer.submitted_at = None
    answer.n_returns += 1
    return {"times_returned": answer.n_returns}


def sign_answer(ledger: Ledger, step: Step) -> Facts:
    answer, who = _answer(ledger, step), _who(step)
    answer.signed_at = step.at
    answer.signer, answer.signer_post = who.official, who.post
    answer.signer_title, answer.signer_name = who.post.title(answer.language), who.official.full_name
    answer.verification_code = new_verification_code()
    return {"signer_title": answer.signer_title, "is_stand_in": who.stands_in_for_id is not None}


def send_answer(ledger: Ledger, step: Step) -> Facts:
    case, answer = ledger.case(step), _answer(ledger, step)
    today, due_on = date_in_bishkek(step.at), case.appeal.consideration_due_on
    answer.outgoing_serial, answer.outgoing_number = outgoing(ledger, step, case)
    answer.outgoing_on, answer.sent_at = today, step.at
    close(case.appeal, outcome_code=answer.outcome.code, on=today)
    case.appeal.closed_at = step.at
    ledger.tell("answer_ready", case, step.at)
    return {
        "outgoing_number": answer.outgoing_number,
        "outcome": answer.outcome.code,
        "is_late": due_on is not None and today > due_on,
    }


def _internal_day(ledger: Ledger, step: Step, case: Case) -> date:
    """The head's own day, never after the day by law."""
    days = step.words["resolution"]["internal_days"] or 10
    wished = ledger.known.calendar.add_working_days(date_in_bishkek(step.at), days)
    return min(wished, case.appeal.consideration_due_on or wished)


def _who(step: Step) -> Tenure:
    assert step.who is not None
    return step.who


def _answer(ledger: Ledger, step: Step) -> Answer:
    answer = ledger.case(step).answer
    assert answer is not None
    return answer
