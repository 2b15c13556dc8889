"""A trust telephone in a frame of any site: number, hours, open or not. Resolution No. 463, clause 7 (the number stands
on the body's site); regulation of the Alai line, I.2."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kairyluu.faces.portal import telephones
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.calls.lines import NoSuchLine, card_of, find_line

ANYWHERE = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"


@require_safe
@cache_control(public=True, max_age=60)
def embed(request: HttpRequest, code: str) -> HttpResponse:
    """`?language=` chooses the language: a frame of another site gets no cookie of ours."""
    now = timezone.now()
    try:
        line = find_line(code)
    except NoSuchLine:
        raise Http404 from None
    wanted = request.GET.get("language", "")
    with translation.override(wanted if wanted in dict(settings.LANGUAGES) else language_now()):
        context = {
            "card": card_of(line, now),
            "hours": telephones.all_hours(line),
            "today": timezone.localdate(now),
            "site": settings.BASE_URL,
            "language": language_now(),
        }
        response = render(request, "portal/line_embed.html", context)
    response["Content-Security-Policy"] = ANYWHERE
    return response
