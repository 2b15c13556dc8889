"""The applicant rates the answer, asks the body above to look again, says whether a promise was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.forms.voice import SCORES, YES_NO, PromiseForm, RatingForm, ReviewForm
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import uncached
from kairyluu.faces.portal.views.tracking import whose
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.chain import running_leg
from kairyluu.queries.tracking import NoSuchAppeal
from kairyluu.queries.voice.objections import Voice, find_voice
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.voice.ask_review import ask_review
from kairyluu.usecases.voice.judge_promise import judge_promise
from kairyluu.usecases.voice.rate_answer import rate_answer

View = Callable[..., HttpResponseBase]


def _of_the_applicant(view: View) -> View:
    """`view(request, number, appeal_id, voice)`, for who may see the appeal and when it was answered."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @uncached
    @wraps(view)
    def opened(request: HttpRequest, number: str, **more: Any) -> HttpResponseBase:
        today = timezone.localdate(timezone.now())
        try:
            appeal_id = running_leg(whose(request, number, today))
        except NoSuchAppeal:
            return redirect("portal:track")
        voice = find_voice(appeal_id, today=today)
        if not voice.may_speak:
            return redirect("portal:track-show", number)
        return view(request, number, appeal_id, voice, **more)

    return opened


@_of_the_applicant
def rating(request: HttpRequest, number: str, appeal_id: UUID, voice: Voice) -> HttpResponse:
    form = RatingForm(request.POST if request.method == "POST" else None, initial=_rated(voice))
    if not _may_go_on(request, form, appeal_id):
        return _drawn(request, "rating", number, voice, form)
    rate_answer(form.to_command(appeal_id), **_who(request))
    messages.success(request, _("Thank you. Your rating stands beside the answer."))
    return redirect("portal:track-show", number)


@_of_the_applicant
def review(request: HttpRequest, number: str, appeal_id: UUID, voice: Voice) -> HttpResponse:
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if voice.review is None and not voice.may_ask_review:
        return _drawn(request, "review", number, voice, ReviewForm())
    if not _may_go_on(request, form, appeal_id):
        return _drawn(request, "review", number, voice, form)
    try:
        ask_review(form.to_command(appeal_id), **_who(request))
    except Refused:
        return redirect("portal:track-review", number)
    messages.success(request, _("The body above will look at your appeal again."))
    return redirect("portal:track-show", number)


@_of_the_applicant
def promise(
    request: HttpRequest, number: str, appeal_id: UUID, voice: Voice, promise_id: int
) -> HttpResponse:
    meant = next((row for row in voice.promises if row.pk == promise_id), None)
    if meant is None:
        raise Http404
    form = PromiseForm(request.POST if request.method == "POST" else None)
    if not _may_go_on(request, form, appeal_id):
        return _drawn(request, "promise", number, voice, form, promise=meant)
    judge_promise(form.to_command(appeal_id, promise_id), **_who(request))
    messages.success(request, _("Thank you. The body sees what you said."))
    return redirect("portal:track-show", number)


def _may_go_on(request: HttpRequest, form: forms.Form, appeal_id: UUID) -> bool:
    """Whether the form is right and its sender has not spoken too often."""
    if not form.is_valid():
        return False
    if gate.may_speak(request, directory(), appeal_id, now=timezone.now()):
        return True
    form.add_error(None, _("Too often in one hour. What you typed is kept: try again later."))
    return False


def _drawn(
    request: HttpRequest, what: str, number: str, voice: Voice, form: forms.Form, **more: object
) -> HttpResponse:
    context = {"number": number, "voice": voice, "form": form, "scores": SCORES, "yes_no": YES_NO} | more
    status = 422 if form.is_bound and form.errors else 200
    if form.is_bound and form.non_field_errors():
        status = 429
    return draw(request, f"portal/voice/{what}.html", context, current="track", status=status)


def _rated(voice: Voice) -> dict[str, str]:
    given = voice.rating
    if given is None:
        return {}
    resolved = "yes" if given.is_resolved else "no"
    return {"score": str(given.score), "is_resolved": resolved, "comment": given.comment}


def _who(request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    return {"actor": gate.actor_at(request, timezone.localdate(now)), "now": now}
