"""Taking in what came on paper, by post or at a reception: the form, the number at once, the next empty form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.desk.forms.take_in import TakeInForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.queries.directory import directory
from kairyluu.queries.staff import list_colleagues
from kairyluu.queries.uploads import list_uploads
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.secret_codes import secret_for
from kairyluu.usecases.appeals.take_in import TakenIn, take_in
from kairyluu.usecases.files.upload import RemoveFromForm, UploadToForm, remove_from_form, upload_to_form

LAST = "taken_in"  # what the session keeps of the last one; the code is made anew from its key
KEPT = ("channel", "received_on", "kind", "reply_language", "home_territory")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def take_in_appeal(request: DeskRequest) -> HttpResponse:
    if not request.sight.has_role("registrar"):
        raise Http404
    form = _form(request)
    if request.method == "POST":
        faults = _keep_files(request, form.key)
        if form.is_valid() and not faults and (done := _taken_in(request, form)):
            _remember(request, form, done)
            return redirect(f"{reverse('desk:take-in')}?last=1")
        for fault in faults:
            form.add_error(None, fault)
    context = {
        "form": form,
        "key": form.key,
        "uploads": list_uploads(form.key) if form.is_bound else (),
        "last": _last(request) if "last" in request.GET and not form.is_bound else None,
    }
    status = 422 if form.is_bound and form.errors else 200
    return draw(request, "desk/take_in.html", context, current="take-in", status=status)


@require_safe
@at_desk
def slip(request: DeskRequest) -> HttpResponse:
    """The number and the code on paper, for the applicant who waits at the desk."""
    last = _last(request)
    if last is None:
        raise Http404
    return draw(request, "desk/take_in_slip.html", {"last": last}, current="take-in")


def _form(request: DeskRequest) -> TakeInForm:
    """The next form begins with what the last one had in common: a pile of letters is typed in one go."""
    kept = request.session.get(LAST, {}).get("kept", {})
    first = {"received_on": request.today.strftime("%d.%m.%Y"), "reply_language": "ky", "channel": "post"}
    return TakeInForm(
        request.POST if request.method == "POST" else None,
        known=directory(),
        colleagues=list_colleagues(request.sight.body.pk, request.today),
        language=language_now(),
        initial=first | {"kind": "application"} | kept,
    )


def _keep_files(request: DeskRequest, key: UUID) -> list[str]:
    """Files are kept even when the form is not right yet. Gives the sentences of those that were not."""
    faults = []
    for dropped in request.POST.getlist("drop")[:10]:
        if attachment_id := _uuid(dropped):
            command = RemoveFromForm(submission_key=key, attachment_id=attachment_id)
            remove_from_form(command, actor=request.actor, now=request.now)
    for file in request.FILES.getlist("scans"):
        fault = _keep(request, key, file)
        faults += [fault] if fault else []
    return faults


def _keep(request: DeskRequest, key: UUID, file: UploadedFile) -> str:
    command = UploadToForm(submission_key=key, name=file.name or "", content=file)  # type: ignore[arg-type]
    try:
        upload_to_form(command, actor=request.actor, now=request.now)
    except Refused as refused:
        if refused.code == "too_many_files":
            return _("More files than one appeal may have.")
        return f"{file.name}: {sentence(refused)[0]}"
    return ""


def _taken_in(request: DeskRequest, form: TakeInForm) -> TakenIn | None:
    """None when it was refused: the sentence is then on the form."""
    upload_ids = tuple(upload.id for upload in list_uploads(form.key))
    try:
        return take_in(
            form.to_command(request.sight, upload_ids, request.now), actor=request.actor, now=request.now
        )
    except Refused as refused:
        told = {
            "received_in_future": ("received_on", _("This day has not come yet.")),
            "file_gone": (None, _("A scan is no longer there: add it again.")),
        }
        form.add_error(*told.get(refused.code, (None, sentence(refused)[0])))
    return None


def _remember(request: DeskRequest, form: TakeInForm, done: TakenIn) -> None:
    request.session[LAST] = {
        "key": str(form.key),
        "appeal_id": str(done.appeal_id),
        "number": done.number,
        "went_to": done.went_to,
        "tracking_number": done.tracking_number,
        "kept": {name: form.data.get(name, "") for name in KEPT},
    }


def _last(request: DeskRequest) -> dict[str, Any] | None:
    last = request.session.get(LAST)
    if not last:
        return None
    went_to = directory().bodies.get(last.get("went_to", ""))
    return last | {
        "secret": secret_for(UUID(last["key"])),
        "appeal_id": UUID(last["appeal_id"]),
        "body": went_to.name(language_now()) if went_to else "",
    }


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
