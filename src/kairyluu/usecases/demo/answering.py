"""Replaying answers and refusals: drafted, put before the head, returned, signed, sent."""

from __future__ import annotations

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.answer_prints import new_print
from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Answer, Refusal
from kairyluu.rules.quality.near_copies import own_words
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.appeals.opening import close
from kairyluu.usecases.demo.books import enter, outgoing
from kairyluu.usecases.demo.intake import Facts
from kairyluu.usecases.demo.ledger import Case, Ledger
from kairyluu.usecases.demo.steps import Step


def refuse(ledger: Ledger, step: Step) -> Facts:
    case, appeal = ledger.case(step), ledger.case(step).appeal
    if not appeal.number:
        enter(ledger, step, case)
    close(appeal, outcome_code="refused_consideration", on=date_in_bishkek(step.at))
    appeal.closed_at = step.at
    refusal = _refusal(ledger, step, case)
    ledger.add(refusal)
    ledger.tell("appeal_refused", case, step.at)
    return {
        "ground": step.words["ground"],
        "number": appeal.number,
        "outgoing_number": refusal.outgoing_number,
    }


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
    ledger.add(
        new_print(case.appeal, own_words(f"{answer.text}\n{answer.measures}", ledger.boilerplate(case)))
    )
    ledger.tell("answer_ready", case, step.at)
    return {
        "outgoing_number": answer.outgoing_number,
        "outcome": answer.outcome.code,
        "is_late": due_on is not None and today > due_on,
    }


def _refusal(ledger: Ledger, step: Step, case: Case) -> Refusal:
    assert step.who is not None
    serial, number = outgoing(ledger, step, case)
    return Refusal(
        appeal=case.appeal,
        ground=ledger.known.grounds[step.words["ground"]],
        reason=step.words["reason"],
        decided_at=step.at,
        author=step.who.official,
        author_post=step.who.post,
        author_title=step.who.post.title(case.appeal.reply_language),
        author_name=step.who.official.full_name,
        outgoing_serial=serial,
        outgoing_number=number,
        verification_code=new_verification_code(),
    )


def _who(step: Step) -> Tenure:
    assert step.who is not None
    return step.who


def _answer(ledger: Ledger, step: Step) -> Answer:
    answer = ledger.case(step).answer
    assert answer is not None
    return answer
