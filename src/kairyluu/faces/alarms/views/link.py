"""The secret link of a letter: looking shows that there is an alarm and where, a button answers it. No word of the
caller stands here: whoever reads the letter sees no more than the letter said."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kairyluu.faces.alarms.gate import answered
from kairyluu.faces.alarms.page import language_now
from kairyluu.rules.facts import Actor
from kairyluu.usecases.alarms.answer import acknowledge_by_link
from kairyluu.usecases.alarms.mark import FollowLink, follow_link


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@csrf_exempt  # nothing but the secret in the address is asked, and the window of a mail program may refuse cookies
def link(request: HttpRequest, notice_id: UUID, token: str) -> HttpResponse:
    return answered(_link, request, notice_id, token)


def _link(request: HttpRequest, notice_id: UUID, token: str) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        acknowledge_by_link(notice_id, token, now=now)
    notice = follow_link(FollowLink(notice_id=notice_id, token=token), actor=Actor(), now=now)
    context: dict[str, Any] = {
        "alarm": notice.alarm,
        "name": notice.official_name,
        "language": language_now(),
        "is_answered": request.method == "POST",
    }
    return render(request, "alarms/link.html", context)
