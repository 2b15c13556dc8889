"""One appeal with everything an official needs to work on it, shaped for the case page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import (
    Answer,
    Appeal,
    Applicant,
    Assignment,
    Attachment,
    Clarification,
    ComplaintTarget,
    Extension,
    Note,
    Question,
    Refusal,
    Resolution,
)
from kairyluu.queries.alike.matter import executors_before
from kairyluu.queries.alike.seeing import unknown_to
from kairyluu.queries.cases.case_history import Happening, list_happenings
from kairyluu.queries.cases.disagreement import Disputed, ReviewAsked, disputed_by, review_asked, voice_of
from kairyluu.queries.cases.executors import Executor, list_executors
from kairyluu.queries.cases.lawful_days import consideration_of, registration_of
from kairyluu.queries.cases.parts import fetch_whole, parts_of
from kairyluu.queries.conflicts.suspects import Doubt, list_doubts
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.moved import Stop, extension_of, stops_of
from kairyluu.queries.steering.control import Control, find_control
from kairyluu.queries.voice.objections import Voice
from kairyluu.rules import policies
from kairyluu.rules.deadlines import (
    EXTENSION,
    Deadline,
    Standing,
    days_left,
    standing,
)
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.refusals import Refused


class NoSuchCase(Refused):
    """There is no such appeal for this actor: absent and hidden look alike."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One term by law and how it stands. `due_on` is the day that counts: that of `deadline`, or a later one after an
    extension or a clock that stood still. `left` is working days, negative when overdue, None when met; `elapsed` of
    `n_days` days have passed, never more than all."""

    deadline: Deadline
    due_on: date
    n_days: int
    standing: Standing
    left: int | None
    elapsed: int


@dataclass(frozen=True, kw_only=True)
class Case:
    """Rows are read-only model instances, those they name already fetched. `verbs` is what the actor may do now."""

    appeal: Appeal
    facts: AppealFacts
    verbs: tuple[str, ...]
    applicant: Applicant
    cosigners: tuple[Applicant, ...]
    targets: tuple[ComplaintTarget, ...]
    files: tuple[Attachment, ...]
    registration: Duty
    consideration: Duty | None
    resolutions: tuple[Resolution, ...]
    assignments: tuple[Assignment, ...]
    mine: Assignment | None
    notes: tuple[Note, ...]
    questions: tuple[Question, ...]
    answer: Answer | None
    refusal: Refusal | None
    happenings: tuple[Happening, ...]
    executors: tuple[Executor, ...]
    control: Control
    voice: Voice | None
    disputed: Disputed | None
    review: ReviewAsked | None = None
    extensions: tuple[Extension, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def extension(self) -> Deadline | None:
        """The day after the extension, with the days stepped over."""
        return extension_of(self.appeal.deadline_reasons)

    @property
    def stops(self) -> tuple[Stop, ...]:
        """When the clock stood still."""
        return stops_of(self.appeal.deadline_reasons)

    @property
    def silent_since(self) -> date | None:
        """The day until which the last question to the applicant waited in vain."""
        last = self.clarifications[-1] if self.clarifications else None
        return last.due_on if last and last.resumed_on and not last.replied_at else None

    @property
    def duty(self) -> Duty:
        """The term that matters now."""
        return self.consideration or self.registration

    @property
    def letter(self) -> Attachment | None:
        """The letter that was sent."""
        return next((file for file in self.files if file.purpose == "letter"), None)

    @property
    def applicant_files(self) -> list[Attachment]:
        return [file for file in self.files if file.purpose in ("applicant", "meeting")]

    @property
    def people(self) -> list[Applicant]:
        """Everyone under the appeal: the sender, then who signed with him."""
        return [self.applicant, *self.cosigners]

    @property
    def n_people(self) -> int:
        """One case is counted as so many people: those who withdrew are not."""
        return sum(person.signature != "withdrawn" for person in self.people)

    @property
    def work_files(self) -> list[Attachment]:
        """What officials added, also what goes along with the answer."""
        return [file for file in self.files if file.purpose in ("execution", "answer")]

    @property
    def answer_files(self) -> list[Attachment]:
        return [file for file in self.files if file.purpose == "answer"]


def find_case(actor: Actor, appeal_id: UUID, *, today: date) -> Case:
    """Raises `NoSuchCase` also for other bodies, executors not named and whoever is complained about."""
    appeal = fetch_whole(appeal_id, parts := parts_of(appeal_id))
    if appeal is None or not policies.may_see(actor, facts := appeal.facts()):
        raise NoSuchCase()
    verbs = policies.verbs_open_to(actor, facts)
    applicants = list(appeal.applicants.all())
    assignments = tuple(a for a in appeal.assignments.all() if a.is_current)
    sees_looks = actor.has_role("head", "deputy", "controller", body_id=appeal.body_id)
    return Case(
        appeal=appeal,
        facts=facts,
        verbs=verbs,
        applicant=next(a for a in applicants if a.role == "main"),
        cosigners=tuple(a for a in applicants if a.role != "main"),
        targets=tuple(appeal.targets.all()),
        files=tuple(appeal.attachments.all()),
        registration=_duty(appeal, registration_of(appeal), today, appeal.registered_on),
        consideration=_consideration(appeal, today),
        resolutions=tuple(appeal.resolutions.all()),
        assignments=assignments,
        mine=next((a for a in assignments if a.executor_id == actor.official_id), None),
        notes=tuple(appeal.notes.all()),
        questions=tuple(appeal.questions.all()),
        answer=getattr(appeal, "answer", None),
        refusal=getattr(appeal, "refusal", None),
        happenings=tuple(_told(actor, appeal, list_happenings(appeal.id, with_looks=sees_looks))),
        executors=tuple(list_executors(facts, today, actor, executors_before(actor, appeal)))
        if "resolve" in verbs
        else (),
        control=find_control(appeal.id, parts),
        voice=voice_of(appeal, today),
        disputed=disputed_by(appeal, today),
        review=review_asked(actor, appeal),
        doubts=list_doubts(appeal.targets.all(), today),
        extensions=tuple(appeal.extensions.all()) if EXTENSION in appeal.deadline_reasons else (),
        clarifications=tuple(appeal.clarifications.all()),
    )


def _told(actor: Actor, appeal: Appeal, happenings: list[Happening]) -> list[Happening]:
    """Without the lines that name another appeal which the actor may not know of."""
    named = {UUID(pk) for h in happenings for pk in h.names}
    unknown = {str(pk) for pk in unknown_to(actor, appeal.body_id, named)} if named else set()
    return [h for h in happenings if not unknown.intersection(h.names)]


def _consideration(appeal: Appeal, today: date) -> Duty | None:
    counted = consideration_of(appeal)
    if counted is None:
        return None
    return _duty(appeal, counted, today, appeal.closed_on, moved_to=appeal.consideration_due_on)


def _duty(
    appeal: Appeal, deadline: Deadline, today: date, met_on: date | None, *, moved_to: date | None = None
) -> Duty:
    calendar = directory().calendar_for(appeal.body)
    due_on = moved_to or deadline.due_on
    passed = calendar.working_days_between(deadline.starts_on, met_on or today)
    n_days = deadline.amount
    if due_on != deadline.due_on:
        n_days = calendar.working_days_between(deadline.starts_on, due_on)
    return Duty(
        deadline=deadline,
        due_on=due_on,
        n_days=n_days,
        standing=standing(due_on, today, calendar, met_on),
        left=None if met_on else days_left(due_on, today, calendar),
        elapsed=max(0, min(passed, n_days)),
    )
