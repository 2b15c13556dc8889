"""What an applicant sees of an appeal: the receipt, and the public view without names of staff or internal notes.

Whoever calls has already shown to be the applicant: by number and secret, by the receipt, or by owning the appeal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.agencies.models import Body, Post
from kairyluu.data.appeals.models import (
    Answer,
    Appeal,
    Applicant,
    Attachment,
    Clarification,
    Extension,
    Question,
    Refusal,
)
from kairyluu.queries.cases.lawful_days import consideration_of, registration_of
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.hands.moved import Stop, stops_of
from kairyluu.queries.hands.replies import PublicFile, Replied, list_replies, public_file
from kairyluu.queries.hands.steps import Step, list_steps
from kairyluu.rules.deadlines import Deadline, Standing, days_left, standing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import WorkCalendar, date_in_bishkek

OWN = ("applicant", "meeting")
TO_APPLICANT = ("letter", "answer")


class NoSuchAppeal(Refused):
    """There is no such appeal, or not for this reader: the answer is the same."""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What the body wrote: an answer with its outcome, or a refusal with its ground (both are codes); `points` are the
    listed questions with their answers."""

    number: str
    on: date
    text: str
    signer_title: str
    signer_name: str
    outcome: str = ""
    ground: str = ""
    points: tuple[Question, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The consideration in working days: `day` of `of`, both counted from the day after registration."""

    day: int
    of: int


@dataclass(frozen=True, kw_only=True)
class PublicView:
    """`due_on`, `days_left` and `standing` are of the duty that runs now; `registration` and `consideration` are the
    days by law with their reasons, the latter expected while the appeal waits for its number. `answer_on` is the day of the
    answer after `extensions` and `stops` of the clock; `question` waits for the applicant's reply, `replies` he gave."""

    appeal: Appeal
    body: Body
    post: Post | None
    applicant: Applicant
    n_cosigners: int
    registration: Deadline
    consideration: Deadline
    due_on: date | None
    days_left: int | None
    standing: Standing | None
    progress: Progress | None
    steps: tuple[Step, ...]
    letter: Letter | None
    own_files: tuple[PublicFile, ...]
    letter_files: tuple[PublicFile, ...]
    answer_on: date
    extensions: tuple[Extension, ...] = ()
    stops: tuple[Stop, ...] = ()
    question: Clarification | None = None
    replies: tuple[Replied, ...] = ()
    addressed: Body | None = None

    @property
    def is_registered(self) -> bool:
        return bool(self.appeal.number)


def find_public_view(appeal_id: UUID, *, today: date) -> PublicView:
    """Raises NoSuchAppeal."""
    appeal = Appeal.objects.filter(pk=appeal_id).defer("search").select_related("outcome").first()
    if appeal is None:
        raise NoSuchAppeal()
    known = directory()
    registration, consideration = _deadlines(appeal, known)
    answer_on = appeal.consideration_due_on or consideration.due_on
    duty = appeal.due_on or appeal.consideration_due_on
    body = known.bodies_by_id[appeal.body_id]
    calendar = known.calendar_for(body)
    files = files_of(appeal)
    return PublicView(
        appeal=appeal,
        body=body,
        post=next((p for p in known.posts.values() if p.pk == appeal.addressee_post_id), None),
        applicant=Applicant.objects.get(appeal=appeal, role="main"),
        n_cosigners=appeal.n_cosigners,
        registration=registration,
        consideration=consideration,
        due_on=appeal.due_on,
        days_left=days_left(appeal.due_on, today, calendar) if appeal.due_on else None,
        standing=standing(duty, today, calendar, appeal.closed_on) if duty else None,
        progress=_progress(appeal, consideration, answer_on, today, calendar),
        steps=list_steps(appeal.id),
        letter=letter_of(appeal),
        own_files=tuple(f for f in files if f.purpose in OWN),
        letter_files=tuple(f for f in files if f.purpose in TO_APPLICANT) if appeal.closed_at else (),
        answer_on=answer_on,
        extensions=tuple(appeal.extensions.all()),
        stops=stops_of(appeal.deadline_reasons),
        addressed=known.bodies_by_id.get(appeal.addressed_body_id or 0),
        replies=list_replies(appeal),
        question=appeal.clarifications.filter(replied_at=None).last() if appeal.is_open else None,
    )


def find_owned(actor: Actor, tracking_number: str) -> UUID:
    """The appeal of this number if it is in the actor's cabinet; raises NoSuchAppeal."""
    if actor.account_id is None:
        raise NoSuchAppeal()
    owned = Applicant.objects.filter(
        account_id=actor.account_id, role="main", appeal__tracking_number=tracking_number
    )
    appeal_id = owned.values_list("appeal_id", flat=True).first()
    if appeal_id is None:
        raise NoSuchAppeal()
    return appeal_id


@dataclass(frozen=True, kw_only=True)
class CheckedLetter:
    """What anybody holding a letter may learn of it."""

    number: str
    on: date
    body: Body
    is_refusal: bool


def find_letter(verification_code: str) -> CheckedLetter:
    """The letter that carries this code; raises NoSuchAppeal. No personal data."""
    bodies = directory().bodies_by_id
    answer = (
        Answer.objects.filter(verification_code=verification_code, sent_at__isnull=False)
        .select_related("appeal")
        .first()
    )
    if answer is not None and answer.outgoing_on is not None:
        body = bodies[answer.appeal.body_id]
        return CheckedLetter(
            number=answer.outgoing_number, on=answer.outgoing_on, body=body, is_refusal=False
        )
    refusal = Refusal.objects.filter(verification_code=verification_code).select_related("appeal").first()
    if refusal is None:
        raise NoSuchAppeal()
    return CheckedLetter(
        number=refusal.outgoing_number,
        on=date_in_bishkek(refusal.decided_at),
        body=bodies[refusal.appeal.body_id],
        is_refusal=True,
    )


def _deadlines(appeal: Appeal, known: Directory) -> tuple[Deadline, Deadline]:
    registration, counted = registration_of(appeal), consideration_of(appeal)
    if counted:
        return registration, counted
    body = known.bodies_by_id[appeal.body_id]
    return registration, known.consideration_due(registration.due_on, body, kind=appeal.kind)


def _progress(
    appeal: Appeal, consideration: Deadline, answer_on: date, today: date, calendar: WorkCalendar
) -> Progress | None:
    if appeal.registered_on is None or consideration.unit != "working_days":
        return None
    day = calendar.working_days_between(appeal.registered_on, min(appeal.closed_on or today, answer_on))
    is_moved = answer_on != consideration.due_on
    of = calendar.working_days_between(appeal.registered_on, answer_on) if is_moved else consideration.amount
    return Progress(day=max(day, 0), of=of)


def letter_of(appeal: Appeal) -> Letter | None:
    """Only what has been sent."""
    if appeal.closed_at is None:
        return None
    answer = Answer.objects.filter(appeal=appeal, sent_at__isnull=False).select_related("outcome").first()
    if answer is not None and answer.outgoing_on is not None:
        return Letter(
            number=answer.outgoing_number,
            on=answer.outgoing_on,
            text=answer.text,
            signer_title=answer.signer_title,
            signer_name=answer.signer_name,
            outcome=answer.outcome.code,
            points=tuple(Question.objects.filter(appeal=appeal).exclude(answer="")),
        )
    refusal = Refusal.objects.filter(appeal=appeal).select_related("ground").first()
    return _letter_of_refusal(refusal) if refusal else None


def _letter_of_refusal(refusal: Refusal) -> Letter:
    return Letter(
        number=refusal.outgoing_number,
        on=date_in_bishkek(refusal.decided_at),
        text=refusal.reason,
        signer_title=refusal.author_title,
        signer_name=refusal.author_name,
        ground=refusal.ground.code,
    )


def files_of(appeal: Appeal) -> list[PublicFile]:
    rows = Attachment.objects.select_related("checked").filter(
        appeal=appeal, purpose__in=(*OWN, *TO_APPLICANT)
    )
    return [public_file(row) for row in rows]
