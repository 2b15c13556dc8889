"""One loaded register: what came of it, the rows that were not taken, and taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.design.registers import refusal_in_words
from kairyluu.faces.desk.forms.registers import TakeBackForm
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.views.registers.earlier import LIT, for_registrars
from kairyluu.faces.desk.views.registers.words import table_of
from kairyluu.queries.legacy.batches import find_batch
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.legacy.batches import UndoBatch, undo_batch
from kairyluu.usecases.legacy.brought.refused import ReadRefused, read_refused


@require_http_methods(["GET", "HEAD", "POST"])
@for_registrars
def batch(request: DeskRequest, batch_id: int) -> HttpResponse:
    found = _found(request, batch_id)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _taken_back(request, found.pk, form):
        return redirect("desk:earlier-batch", found.pk)
    context = {"batch": found, "form": form}
    status = 422 if form.errors else 200
    return draw(request, "desk/earlier/batch.html", context, current=LIT, status=status)


@require_safe
@for_registrars
def refused(request: DeskRequest, batch_id: int) -> HttpResponse:
    """Who took the table is recorded: it has people's names."""
    found = _found(request, batch_id)
    read = read_refused(ReadRefused(found.pk, request.sight.body.pk), actor=request.actor, now=request.now)
    return HttpResponse(
        table_of(read.rows, read.header, language_now()),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="refused-{found.pk}.csv"'},
    )


def _found(request: DeskRequest, batch_id: int) -> Any:
    found = find_batch(request.sight.body.pk, batch_id)
    if found is None:
        raise Http404
    return found


def _taken_back(request: DeskRequest, batch_id: int, form: TakeBackForm) -> bool:
    command = UndoBatch(batch_id, form.cleaned_data["reason"], request.sight.body.pk)
    try:
        undo_batch(command, actor=request.actor, now=request.now)
    except Refused as refusal:
        form.add_error(None, refusal_in_words(refusal.code, refusal.facts, language_now()))
        return False
    messages.success(request, _("The register was taken back: its appeals are no longer here."))
    return True
