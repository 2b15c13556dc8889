"""The days by law that a change of hands or an extension stands under, for the page before the act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.appeals.models import Appeal, Clarification, Extension
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import EXTENSION, Deadline, days_left, extension_due, forwarding_due


@dataclass(frozen=True, kw_only=True)
class DayByLaw:
    """`left` is working days, negative when the day has passed."""

    deadline: Deadline
    left: int


def find_forwarding_day(appeal: Appeal, today: date) -> DayByLaw:
    """Counted from registration; while the appeal waits for its number, as if it were registered today."""
    known = directory()
    calendar = known.calendar_for(appeal.body)
    deadline = forwarding_due(appeal.registered_on or today, known.terms, calendar, appeal.kind)
    return DayByLaw(deadline=deadline, left=days_left(deadline.due_on, today, calendar))


def find_extended_day(appeal: Appeal, today: date) -> Deadline | None:
    """The day of the answer if the head extended now; None before registration."""
    if appeal.consideration_due_on is None or appeal.registered_on is None:
        return None
    known = directory()
    calendar = known.calendar_for(appeal.body)
    return extension_due(
        appeal.consideration_due_on, appeal.registered_on, known.terms, calendar, appeal.kind
    )


def may_be_extended(appeal: Appeal, today: date) -> bool:
    """Whether an extension is still to be had: the day has not passed, and not every extension is used up."""
    if appeal.consideration_due_on is None or today > appeal.consideration_due_on:
        return False
    if EXTENSION not in appeal.deadline_reasons:
        return True
    return Extension.objects.filter(appeal=appeal).count() < directory().number("extension_times")


def silent_since(appeal: Appeal) -> date | None:
    """The day until which the last question waited in vain; None where there was none, or it was replied to."""
    last = Clarification.objects.filter(appeal=appeal).order_by("-asked_at", "-pk").first()
    is_over = last is not None and last.resumed_on is not None and last.replied_at is None
    return last.due_on if last is not None and is_over else None


def may_ask_again() -> bool:
    """Whether an applicant who did not reply may be asked once more."""
    return directory().setting("ask_again_after_silence") == "yes"


def proposed_reply_day(appeal: Appeal, today: date) -> date:
    """The day a question to the applicant proposes for the reply."""
    known = directory()
    return known.calendar_for(appeal.body).add_working_days(today, known.number("asking_days"))
