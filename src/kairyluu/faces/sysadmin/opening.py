"""A page of the body: what the configuration check says, and the button that opens or closes it to the public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext

from kairyluu.data.agencies.models import Body
from kairyluu.design import lacks
from kairyluu.queries.actors import actor_of
from kairyluu.queries.readiness import Missing, list_missing
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.reference.open_body import BodyNotReady, CloseBody, OpenBody, close_body, open_body

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.directory import BodyAdmin


def opening(admin: BodyAdmin, request: HttpRequest, body_id: int) -> HttpResponse:
    body = Body.objects.filter(pk=body_id).first()
    if body is None:
        raise Http404
    if request.method == "POST":
        _act(request, body)
        return redirect(request.path)
    missing = list_missing(body, timezone.localdate())
    context = admin.admin_site.each_context(request) | {
        "title": gettext("Opening to the public"),
        "subtitle": body.name_ky,
        "opts": Body._meta,
        "body": body,
        "lacks": sentences(missing),
        "media": admin.media,
    }
    return TemplateResponse(request, "sysadmin/opening.html", context)


def sentences(missing: tuple[Missing, ...]) -> list[str]:
    return [lacks.sentence(lack.code, lack.facts) for lack in missing]


def _act(request: HttpRequest, body: Body) -> None:
    now = timezone.now()
    actor = actor_of(request.user, timezone.localdate(now))
    try:
        if body.is_open:
            close_body(CloseBody(body=body.code, reason=request.POST.get("reason", "")), actor=actor, now=now)
            messages.success(request, gettext("The body is closed: citizens can no longer write to it."))
        else:
            open_body(OpenBody(body=body.code), actor=actor, now=now)
            messages.success(request, gettext("The body is open: citizens can write to it."))
    except BodyNotReady:
        messages.error(request, gettext("The body cannot be opened while something is missing."))
    except NotAllowed:
        messages.error(request, gettext("Only the technical operator opens and closes bodies."))
