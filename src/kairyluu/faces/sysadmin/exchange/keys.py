"""The key by which a telephone exchange announces calls of a line: made here, shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext

from kairyluu.data.agencies.models import Line
from kairyluu.queries.actors import actor_of
from kairyluu.queries.exchange.telephone import key_in_force
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.exchange.make_key import MakeKey, make_key

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.directory import LineAdmin


def line_key(admin: LineAdmin, request: HttpRequest, line_id: int) -> HttpResponse:
    """The answer to the POST shows the new key; no other page ever does."""
    line = Line.objects.filter(pk=line_id, is_active=True).first()
    if line is None:
        raise Http404
    made = _made(request, line) if request.method == "POST" else ""
    context = admin.admin_site.each_context(request) | {
        "title": gettext("Key of the telephone exchange"),
        "subtitle": line.name_ky,
        "opts": Line._meta,
        "line": line,
        "key": key_in_force(line.pk),
        "made": made,
        "media": admin.media,
    }
    return TemplateResponse(request, "sysadmin/line_key.html", context)


def _made(request: HttpRequest, line: Line) -> str:
    now = timezone.now()
    command = MakeKey(line=line.code, is_end=request.POST.get("do") == "end")
    try:
        return make_key(command, actor=actor_of(request.user, timezone.localdate(now)), now=now)
    except Refused:
        messages.error(request, gettext("Only the technical operator makes and ends keys."))
        return ""
