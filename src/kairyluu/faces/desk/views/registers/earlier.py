"""Registers of earlier years: what was loaded, and bringing another file; it is checked before anything is loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.design.registers import FIELDS, refusal_in_words
from kairyluu.faces.desk.forms.registers import BringForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.views.registers.words import told_rows
from kairyluu.queries.legacy.batches import find_upload, list_batches, list_uploads
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.legacy.brought.uploads import (
    UNDER_WAY,
    BringRegister,
    LoadBrought,
    bring_register,
    load_brought,
)

Page = Callable[..., HttpResponse]
LIT = "earlier"


def for_registrars(view: Page) -> Any:
    """Inside the gate of the desk: to whom these registers do not belong the page does not exist."""

    @wraps(view)
    def page(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        sight = request.sight
        if not (sight.works_here and request.actor.has_role("registrar", body_id=sight.body.pk)):
            raise Http404
        return view(request, *args, **kwargs)

    return at_desk(page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_registrars
def earlier(request: DeskRequest) -> HttpResponse:
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    if request.method == "POST" and form.is_valid() and (upload_id := _brought(request, form)):
        return redirect("desk:earlier-upload", upload_id)
    body_id, language = request.sight.body.pk, language_now()
    context = {
        "form": form,
        "batches": list_batches(body_id),
        "uploads": list_uploads(body_id),
        "fields": list(FIELDS[language].values()),
    }
    status = 422 if form.errors else 200
    return draw(request, "desk/earlier/earlier.html", context, current=LIT, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_registrars
def upload(request: DeskRequest, upload_id: UUID) -> HttpResponse:
    """While the worker is at it the page draws itself again."""
    found = find_upload(request.sight.body.pk, upload_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        return _load(request, upload_id)
    if found.stage == "loaded" and found.batch_id:
        return redirect("desk:earlier-batch", found.batch_id)
    language, problem = language_now(), found.findings.get("problem")
    context = {
        "upload": found,
        "is_under_way": found.stage in UNDER_WAY,
        "first": told_rows(found.findings.get("first", ()), language),
        "unknown": ", ".join(found.findings.get("unknown", ())),
        "problem": refusal_in_words(problem["code"], problem, language) if problem else "",
    }
    return draw(request, "desk/earlier/upload.html", context, current=LIT)


@require_safe
@for_registrars
def template(request: DeskRequest, ending: str) -> HttpResponse:
    """An empty table with the headers in the reader's language."""
    from kairyluu.faces.desk.views.registers.words import empty_table

    content, kind = empty_table([name for name, _said in FIELDS[language_now()].values()], ending)
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="register.{ending}"'},
    )


def _brought(request: DeskRequest, form: BringForm) -> UUID | None:
    file = form.cleaned_data["file"]
    command = BringRegister(body=request.sight.body.code, name=file.name, content=file.file)
    try:
        return bring_register(command, actor=request.actor, now=request.now).pk
    except Refused as refused:
        form.add_error("file", refusal_in_words(refused.code, refused.facts, language_now()))
        return None


def _load(request: DeskRequest, upload_id: UUID) -> HttpResponse:
    try:
        command = LoadBrought(upload_id, request.sight.body.pk)
        load_brought(command, actor=request.actor, now=request.now)
    except Refused as refused:
        messages.error(request, refusal_in_words(refused.code, refused.facts, language_now()))
    else:
        messages.success(request, _("Loading has begun. You may leave this page."))
    return redirect("desk:earlier-upload", upload_id)
