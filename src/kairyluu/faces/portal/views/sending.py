"""Sending an appeal: the form, its review, the sending itself. Everything typed travels in the form."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kairyluu.faces.portal import gate, instruction, language, receipts
from kairyluu.faces.portal.forms import beginning, uploading
from kairyluu.faces.portal.forms.appeal import AppealForm
from kairyluu.faces.portal.forms.commanding import to_command
from kairyluu.faces.portal.forms.drawing import Trouble, draw_form, draw_review
from kairyluu.faces.portal.forms.sentences import about_sending, instruction_first, too_often
from kairyluu.faces.portal.views.instruction import current_instruction, draw_instruction
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import list_uploads
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.submit import submit_appeal

# Buttons that only draw the form again, with everything typed and nothing judged.
ROUND_TRIPS = ("find", "officials", "upload", "remove", "change", "til", "anew", "widen")


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest) -> HttpResponse:
    """The instruction first; then the form; then, with everything in its place, the review."""
    now = timezone.now()
    today = timezone.localdate(now)
    if request.method == "POST":
        return _go_on(request, now, today)

    text = current_instruction(today)
    version = instruction.acknowledged(request)
    if version != instruction.version_of(text):
        return draw_instruction(request, text, must_acknowledge=True)
    initial = beginning.initial_values(request, gate.actor_at(request, today), instruction.sign(version))
    return draw_form(request, AppealForm(None, directory(), initial), today=today)


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """The same form and key once more is the same appeal and the same receipt."""
    if request.method != "POST":  # the address was reloaded or its language changed
        return redirect("portal:submit")
    now = timezone.now()
    today = timezone.localdate(now)
    known = directory()
    form = AppealForm(request.POST, known)
    version = instruction.acknowledged(request)
    if not form.is_valid() or not version:
        return draw_form(request, form, today=today, troubles=() if version else (instruction_first(),))
    if not gate.may_send(request, known, now=now):
        return draw_form(request, form, today=today, troubles=(too_often(),), status=429)

    command = to_command(
        form.key, form.cleaned_data, uploading.read_ids(request.POST.getlist("upload")), version
    )
    try:
        submitted = submit_appeal(command, actor=gate.actor_at(request, today), now=now)
    except Refused as refused:
        return draw_form(request, form, today=today, troubles=(about_sending(refused),))
    response = redirect("portal:receipt")
    receipts.remember(response, submitted, is_secure=request.is_secure())
    return response


def _go_on(request: HttpRequest, now: datetime, today: date) -> HttpResponse:
    form = AppealForm(request.POST, directory())
    troubles = _files(request, form.key, now, today)
    pressed = next((name for name in ROUND_TRIPS if name in request.POST), "")
    if pressed or form.is_search():
        return _drawn_again(request, form, today, troubles, pressed)
    if "draft" in request.POST:
        return beginning.keep_draft(request, form, now=now, today=today)
    if not instruction.acknowledged(request):
        troubles = (*troubles, instruction_first())
    if troubles or not form.is_valid():
        return draw_form(request, form, today=today, troubles=troubles)
    return draw_review(request, form, list_uploads(form.key), today=today)


def _files(request: HttpRequest, key: UUID, now: datetime, today: date) -> tuple[Trouble, ...]:
    actor = gate.actor_at(request, today)
    if "remove" in request.POST:
        uploading.take_out(request, key, actor=actor, now=now)
    if not request.FILES:
        return ()
    if not gate.may_upload(request, directory(), now=now):
        return (too_often("file"),)
    return tuple(uploading.take_in(request, key, actor=actor, now=now))


def _drawn_again(
    request: HttpRequest, form: AppealForm, today: date, troubles: tuple[Trouble, ...], pressed: str
) -> HttpResponse:
    values = form.typed()
    if pressed == "anew":
        values["submission_key"] = str(uuid4())
    if pressed == "widen":
        values["more"] = "1"
    again = AppealForm(None, directory(), values)
    chosen = request.POST.get("til", "")
    if chosen not in language.KNOWN:
        return draw_form(request, again, today=today, troubles=troubles)
    with language.speaking(request, chosen):
        return language.remember(draw_form(request, again, today=today, troubles=troubles), chosen)
