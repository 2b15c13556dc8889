"""The instruction: to be read by anyone, to be acknowledged before sending."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kairyluu.faces.portal import instruction as acknowledgement
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.content import NoSuchPage, find_content

if TYPE_CHECKING:
    from kairyluu.data.reference.models import ContentPage

KEPT = ("body", "kind", "draft")  # what the form is to begin with


@require_http_methods(["GET", "HEAD", "POST"])
def instruction(request: HttpRequest) -> HttpResponse:
    """The button acknowledges the version that was shown."""
    today = timezone.localdate(timezone.now())
    text = current_instruction(today)
    if request.method != "POST":
        return draw_instruction(request, text)
    if not request.POST.get("agree"):
        return draw_instruction(request, text, must_acknowledge=True, is_missing=True)
    kept = {name: request.POST[name][:100] for name in KEPT if request.POST.get(name)}
    response = HttpResponseRedirect(reverse("portal:submit") + (f"?{urlencode(kept)}" if kept else ""))
    version = acknowledgement.version_of(text)
    acknowledgement.remember(response, version, is_secure=request.is_secure())
    return response


def current_instruction(today: date) -> ContentPage:
    try:
        return find_content("instruction", language_now(), today)
    except NoSuchPage:
        raise Http404 from None


def draw_instruction(
    request: HttpRequest, text: ContentPage, *, must_acknowledge: bool = False, is_missing: bool = False
) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    context = {
        "text": text,
        "must_acknowledge": must_acknowledge,
        "is_missing": is_missing,
        "failed": is_missing,
        "kept": [(name, given[name][:100]) for name in KEPT if given.get(name)],
    }
    return draw(request, "portal/instruction.html", context, current="submit")
