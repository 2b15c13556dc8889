"""Replaying the work on an appeal: resolution, notes, files, parts of co-executors."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Assignment, Attachment, ControlMark, Note, Resolution
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.demo.intake import Facts
from kairyluu.usecases.demo.ledger import Case, Ledger
from kairyluu.usecases.demo.steps import Step


def resolve(ledger: Ledger, step: Step) -> Facts:
    case, words = ledger.case(step), step.words["resolution"]
    team: list[Tenure] = step.words["team"]
    due_on = _internal_day(ledger, step, case)
    case.appeal.is_under_control = case.appeal.is_under_control or bool(words["under_control"])
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
    if words["under_control"]:
        _under_control(ledger, step, case)
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


def attach_file(ledger: Ledger, step: Step) -> Facts:
    """A photograph from the place, seen inside the body."""
    case, account = ledger.case(step), ledger.officials[_who(step).official_id]
    columns = ledger.files.row(step.words["kind"], step.story.appeal["language"], 0)
    kept = Attachment(
        id=uuid4(),
        appeal=case.appeal,
        purpose="execution",
        uploaded_at=step.at,
        uploaded_by=account,
        **columns,
    )
    ledger.add(kept)
    return {"name": kept.name, "sha256": kept.sha256, "purpose": kept.purpose}


def contribute(ledger: Ledger, step: Step) -> Facts:
    for assignment in ledger.case(step).co_assignments:
        if assignment.executor_id == _who(step).official_id:
            assignment.contribution = step.words["text"]
            assignment.contributed_at = step.at
    return {"length": len(step.words["text"])}


def _under_control(ledger: Ledger, step: Step, case: Case) -> None:
    """The mark of the head that stands behind the tick."""
    who = _who(step)
    mark = ControlMark(
        appeal=case.appeal,
        level="head",
        body_id=who.post.body_id,
        post=who.post,
        official=who.official,
        reason=step.words["resolution"]["text"],
        set_at=step.at,
    )
    ledger.add(mark)


def _internal_day(ledger: Ledger, step: Step, case: Case) -> date:
    """The head's own day, never after the day by law."""
    days = step.words["resolution"]["internal_days"] or 10
    wished = ledger.known.calendar.add_working_days(date_in_bishkek(step.at), days)
    return min(wished, case.appeal.consideration_due_on or wished)


def _who(step: Step) -> Tenure:
    assert step.who is not None
    return step.who
