"""Anybody sends an appeal: the same act as by the form, with the same receipt."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO, cast
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import Field

from kairyluu.faces.api import keys, limits
from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.gate import BearerIfAny, Caller, caller_if_any
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.faces.api.shapes import Coded, answers, coded
from kairyluu.faces.api.v1.advice import Advice, advice_on
from kairyluu.faces.api.v1.checking import check
from kairyluu.faces.api.v1.filling import Appeal, to_command
from kairyluu.faces.api.v1.terms import Due, due
from kairyluu.queries.content import NoSuchPage, find_content
from kairyluu.queries.tracking import find_public_view
from kairyluu.rules.exchange.programs import SEND
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import NotATelephone
from kairyluu.usecases.appeals.submit import Submitted, submit_appeal
from kairyluu.usecases.files.upload import UploadToForm, upload_to_form
from kairyluu.usecases.programs.entering import Door
from kairyluu.usecases.programs.repeating import repeat_of

router = Router(tags=["Appeals"])
VISITOR = Actor()


class Receipt(Schema):
    """`secret` is told here only: number and secret together open the appeal."""

    number: str = Field(description="tracking number")
    secret: str = Field(description="twelve digits in groups of four")
    received_at: datetime
    body: Coded = Field(description="which considers it")
    addressed_to: Coded
    registration: Due = Field(description="until when the body must register it, and why")
    consideration: Due = Field(description="until when it must be answered at the latest")
    track_url: str = Field(description="the page on which people follow it")
    advice: list[Advice] = Field(description="what the text may be returned for; it was sent all the same")


class Kept(Schema):
    id: UUID
    name: str
    size: int = Field(description="bytes")


@router.post(
    "",
    response=answers(Receipt, 401, 403, 409, 413, 415, ok=201),
    summary="Send an appeal",
    url_name="appeals",
    auth=BearerIfAny(),
    openapi_extra={"parameters": [keys.PARAMETER]},
)
def submit(request: HttpRequest, sent: Appeal, response: HttpResponse) -> Status[Receipt]:
    """Law No. 67, Article 4. Repeated with the same Idempotency-Key and the same words it answers with the same receipt
    (and `Idempotency-Replayed: true`), and nothing is sent twice. Nobody needs a token; a program of a body that shows its
    own (scope `appeals.send`) sends to its body, and the case names it."""
    done = send_checked(request, sent, keys.key_of(request), by=caller_if_any(request, SEND))
    if done.is_repeat:
        response.headers[keys.REPLAYED] = "true"
    return Status(201, _receipt(done, sent, timezone.localdate(timezone.now())))


@router.post(
    "/{uuid:key}/files",
    response=answers(Kept, 404, 413, ok=201),
    summary="Upload a file for an appeal",
    url_name="appeal-files",
)
def upload(request: HttpRequest, key: UUID, file: File[UploadedFile]) -> Status[Kept]:
    """Before the appeal itself: `key` is the Idempotency-Key with which it will be sent; name the ids in its `files`.
    PDF, JPG, PNG, DOC or DOCX of at most 10 MB, up to five; the same file sent again under the same key is the one that is there.
    What is not sent within two days is removed."""
    now = timezone.now()
    limits.count_sending(request, now, n_files=1)
    command = UploadToForm(
        submission_key=keys.submission_key(key),
        name=file.name or "",
        content=cast(BinaryIO, file.file),
        is_once=True,
    )
    try:
        kept = upload_to_form(command, actor=VISITOR, now=now)
    except Refused as refused:
        raise invalid(At("file", why_no_file(refused))) from None
    return Status(201, Kept(id=kept.pk, name=kept.name, size=kept.size))


def send_checked(
    request: HttpRequest, sent: Appeal, key: UUID, *, by: Caller | None, is_listed: bool = False
) -> Submitted:
    """Programs of bodies are counted as programs, others by their address. Raises `Trouble`."""
    now = timezone.now()
    door = Door(program_id=by.program_id if by else None, is_listed=is_listed)
    with keys.one_at_a_time(key):
        _to_own_body(by, sent)
        try:
            if before := _repeated(sent, key, door):
                return before
            _acknowledged(sent.instruction_version, timezone.localdate(now))
            check(sent)
            if by is None:
                limits.count_sending(request, now)
            return submit_appeal(to_command(sent, keys.submission_key(key), door), actor=VISITOR, now=now)
        except Refused as refused:
            raise _why_not(refused) from None


def _repeated(sent: Appeal, key: UUID, door: Door) -> Submitted | None:
    """The receipt of the first time, even where the body has closed or the instruction has changed since."""
    try:
        return repeat_of(to_command(sent, keys.submission_key(key), door))
    except NotATelephone:  # never sent like that
        return None


def _to_own_body(by: Caller | None, sent: Appeal) -> None:
    if by and sent.body != by.body:
        raise invalid(At("/body", _("A program of a body sends to its own body.")))


def why_no_file(refused: Refused) -> str:
    sentences = {
        "too_many_files": _("There are as many files as one appeal may have."),
        "file_too_big": _("The file is larger than 10 MB."),
        "file_empty": _("The file is empty."),
        "file_broken": _("The file is damaged."),
    }
    return sentences.get(refused.code, _("Send PDF, JPG, PNG, DOC or DOCX."))


def _acknowledged(version: str, today: date) -> None:
    try:
        text = find_content("instruction", "ky", today)
    except NoSuchPage:
        raise Trouble("unavailable") from None
    if version != text.version[:20]:
        raise Trouble("instruction_first")


def _receipt(done: Submitted, sent: Appeal, today: date) -> Receipt:
    view = find_public_view(done.appeal_id, today=today)
    addressed = view.addressed or view.body
    return Receipt(
        number=done.tracking_number,
        secret=done.secret,
        received_at=view.appeal.received_at,
        body=Coded(**coded(view.body)),
        addressed_to=Coded(**coded(addressed)),
        registration=due(view.registration),
        consideration=due(view.consideration),
        track_url=str(settings.BASE_URL).rstrip("/") + reverse("portal:track"),
        advice=advice_on(sent, today),
    )


def _why_not(refused: Refused) -> Trouble:
    if refused.code == "already_sent_differently":
        return Trouble("sent_differently")
    if refused.code == "file_gone":
        return invalid(At("/files", _("A file is not here, or was uploaded under another key.")))
    if refused.code == "body_not_open":
        return invalid(At("/body", _("This body is not connected to the portal yet.")))
    return Trouble("not_sent", words={"why": refused.code})
