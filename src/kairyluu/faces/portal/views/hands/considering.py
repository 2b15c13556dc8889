"""The applicant takes the appeal back, or replies to a question of the body. Each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.forms.hands import ReplyForm, TakeBackForm
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import uncached
from kairyluu.faces.portal.views.hands.attaching import attach
from kairyluu.faces.portal.views.tracking import whose
from kairyluu.queries.following import FollowedView, find_followed_view
from kairyluu.queries.tracking import NoSuchAppeal
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.hands.reply import reply_to_question
from kairyluu.usecases.hands.withdraw import take_back as take_back_appeal

View = Callable[..., HttpResponseBase]


def _of_the_applicant(view: View) -> View:
    """`view(request, number, followed)`, for who may see the appeal; an appeal that is closed has no such page."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @uncached
    @wraps(view)
    def opened(request: HttpRequest, number: str) -> HttpResponseBase:
        today = timezone.localdate(timezone.now())
        try:
            followed = find_followed_view(whose(request, number, today), today=today)
        except NoSuchAppeal:
            return redirect("portal:track")
        if followed.is_closed or followed.follows is not None:
            return redirect("portal:track-show", number)
        return view(request, number, followed)

    return opened


@_of_the_applicant
def take_back(request: HttpRequest, number: str, followed: FollowedView) -> HttpResponse:
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _drawn(request, "take_back", number, followed, form)
    try:
        take_back_appeal(form.to_command(followed.runs.pk), **_who(request))
    except Refused:  # answered or given away a moment ago: the page says so
        return redirect("portal:track-show", number)
    messages.success(request, _("The appeal is withdrawn."))
    return redirect("portal:track-show", number)


@_of_the_applicant
def reply(request: HttpRequest, number: str, followed: FollowedView) -> HttpResponse:
    """Words and files in one form; attaching or removing a file draws it again with what was typed."""
    if followed.question is None:
        return redirect("portal:track-show", number)
    attached = attach(request)
    if request.method != "POST" or attached.is_round_trip:
        form = ReplyForm(initial={"text": request.POST.get("text", "")})
        return _drawn(request, "reply", number, followed, form, attached.shown())
    form = ReplyForm(request.POST)
    if not form.is_valid() or attached.troubles:
        return _drawn(request, "reply", number, followed, form, attached.shown())
    try:
        reply_to_question(form.to_command(followed.runs.pk, attached.key), **_who(request))
    except Refused:
        return redirect("portal:track-show", number)
    messages.success(request, _("Thank you. The body has your reply."))
    return redirect("portal:track-show", number)


def _drawn(
    request: HttpRequest,
    what: str,
    number: str,
    followed: FollowedView,
    form: forms.Form,
    files: Mapping[str, Any] = MappingProxyType({}),
) -> HttpResponse:
    context = {"number": number, "view": followed, "form": form} | dict(files)
    status = 422 if (form.is_bound and form.errors) or context.get("file_errors") else 200
    return draw(request, f"portal/hands/{what}.html", context, current="track", status=status)


def _who(request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    return {"actor": gate.actor_at(request, timezone.localdate(now)), "now": now}
