"""Following an appeal by its number and secret code. Both come in the body: an address is written into logs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from kairyluu.design.wording import PUBLIC_STATES, word_for
from kairyluu.faces.api import limits
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.problems import Problem, Trouble
from kairyluu.faces.api.reading import Sent
from kairyluu.faces.api.shapes import Coded, answers, coded
from kairyluu.faces.api.v1.terms import Due, due
from kairyluu.queries.directory import directory
from kairyluu.queries.following import FollowedView, find_followed_view
from kairyluu.queries.hands.chain import leg_with_file
from kairyluu.queries.tracking import NoSuchAppeal
from kairyluu.usecases.people.throttle import TooManyAttempts
from kairyluu.usecases.tracking.hand_out import FileNotYours, HandOut, hand_out
from kairyluu.usecases.tracking.track import NumberOrSecretWrong, Track, Tracked, track_appeal

router = Router(tags=["Appeals"])
# What happens inside the body is not the applicant's to worry about.
INSIDE = dict.fromkeys(("joined", "awaiting_signature", "signed"), "assigned")
BYTES: dict[str, Any] = {"responses": {200: {"description": "The file", "content": {"*/*": {"schema": {}}}}}}


class Shown(Sent):
    """What the receipt says; spaces and dashes are forgiven."""

    number: str = Field(max_length=60, description="tracking number")
    secret: str = Field(max_length=60, description="secret code")


class Step(Schema):
    code: str = Field(description="received, registered, assigned, answered, forwarded, extended, asked ...")
    at: datetime
    number: str
    to: Coded | None = Field(description="the body it went to")
    until: date | None


class Letter(Schema):
    number: str
    on: date
    text: str
    signer_title: str
    signer_name: str
    outcome: Coded | None
    ground: Coded | None = Field(description="of a refusal")


class AskedOf(Schema):
    text: str
    until: date


class FileOf(Schema):
    id: UUID
    name: str
    size: int
    purpose: str = Field(description="applicant, letter, answer ...")


class Followed(Schema):
    number: str
    registered_number: str = Field(description="in the register of the body; empty before")
    state: str
    state_name: str
    body: Coded = Field(description="which considers it now")
    kind: str
    topic: Coded | None
    subject: str
    received_at: datetime
    registered_on: date | None
    registration: Due
    consideration: Due
    answer_on: date = Field(description="the last day for the answer, extensions and stops counted")
    days_left: int | None = Field(description="working days; negative when overdue, null when nothing runs")
    steps: list[Step]
    question: AskedOf | None = Field(description="the body waits for a reply")
    letter: Letter | None
    files: list[FileOf]


@router.post("", response=answers(Followed, 404, 413, 415), summary="Follow an appeal", url_name="tracking")
def track(request: HttpRequest, shown: Shown) -> Followed:
    """A wrong number and a wrong secret look alike, and attempts are counted together with those of the page."""
    today = timezone.localdate(timezone.now())
    tracked = _opened(request, shown)
    try:
        return _told(find_followed_view(tracked.appeal_id, today=today), tracked)
    except NoSuchAppeal:
        raise Trouble("wrong_number_or_secret") from None


@router.post(
    "/files/{uuid:file_id}",
    response={status: Problem for status in (400, 404, 413, 415, 422, 429)},
    summary="A file of the own appeal",
    url_name="tracking-file",
    openapi_extra=BYTES,
)
def file(request: HttpRequest, file_id: UUID, shown: Shown) -> FileResponse:
    """What was sent along; after the answer the letter and what goes with it."""
    tracked = _opened(request, shown)
    try:
        leg = leg_with_file(tracked.appeal_id, file_id)
        handed = hand_out(HandOut(appeal_id=leg, attachment_id=file_id))
    except FileNotYours:
        raise Trouble("not_found") from None
    return as_download(handed.content, handed.name, handed.media_type)


def as_download(content: Any, name: str, media_type: str) -> FileResponse:
    """To be kept, never run inside the site."""
    response = FileResponse(content, as_attachment=True, filename=name, content_type=media_type)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _opened(request: HttpRequest, shown: Shown) -> Tracked:
    command = Track(number=shown.number, secret=shown.secret, address=limits.address_of(request))
    try:
        return track_appeal(command, now=timezone.now())
    except NumberOrSecretWrong:
        raise Trouble("wrong_number_or_secret") from None
    except TooManyAttempts as refused:
        window = timedelta(minutes=int(str(refused.facts["minutes"])))
        most = directory().number("tracking_attempts")
        raise limits.stop_for(request, "track", most, window, timezone.now()) from None


def _told(view: FollowedView, tracked: Tracked) -> Followed:
    runs = view.runs
    state = INSIDE.get(runs.state, runs.state)
    return Followed(
        number=tracked.tracking_number,
        registered_number=runs.number,
        state=state,
        state_name=str(word_for(PUBLIC_STATES, state).text),
        body=Coded(**coded(view.body)),
        kind=runs.kind,
        topic=_named(directory().topics, runs.topic.code if runs.topic else ""),
        subject=view.appeal.subject,
        received_at=view.appeal.received_at,
        registered_on=runs.registered_on,
        registration=due(view.registration),
        consideration=due(view.consideration),
        answer_on=view.answer_on,
        days_left=view.days_left,
        steps=[
            Step(code=step.word, at=step.at, number=step.number, to=_body(step.to), until=step.until)
            for step in view.steps
        ],
        question=AskedOf(text=view.question.question, until=view.question.due_on) if view.question else None,
        letter=_letter(view),
        files=[
            FileOf(id=one.id, name=one.name, size=one.size, purpose=one.purpose)
            for one in (*view.own_files, *view.letter_files)
        ],
    )


def _letter(view: FollowedView) -> Letter | None:
    letter, known = view.letter, directory()
    if letter is None:
        return None
    return Letter(
        number=letter.number,
        on=letter.on,
        text=letter.text,
        signer_title=letter.signer_title,
        signer_name=letter.signer_name,
        outcome=_named(known.outcomes, letter.outcome),
        ground=_named(known.grounds, letter.ground),
    )


def _body(code: str) -> Coded | None:
    return _named(directory().bodies, code)


def _named(rows: Any, code: str) -> Coded | None:
    row = rows.get(code)
    return Coded(code=row.code, name=row.name(language_now())) if row else None
