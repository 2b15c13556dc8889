"""Each notice by each channel in each language, with its sample; and how the services fare that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kairyluu.data.outbox.models import Lane, Notice
from kairyluu.faces.sysadmin import words
from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.letter import LANGUAGES, render
from kairyluu.notices.short import short_text
from kairyluu.rules.exchange.short_messages import measure

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.letters import NoticeAdmin

# Alarms go their own way: their short text is a template of its own, their long one is never sent by SMS.
OWN_WAY = ("alarm_raised", "alarm_short")
NATIVE = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


def previews(admin: NoticeAdmin, request: HttpRequest) -> HttpResponse:
    """The list, by what it says in the reader's language; `parts` as in ky, ru, en."""
    _demand_sight(admin, request)
    language = (get_language() or "ky")[:2]
    rows = [
        {
            "code": code,
            "subject": render(code, language, kind.sample).subject,
            "parts": [_short(code, one)["n_parts"] for one in LANGUAGES] if _goes_short(code) else [],
        }
        for code, kind in KINDS.items()
    ]
    lanes = [
        {"channel": words.NOTICE_CHANNEL.get(lane.channel, lane.channel), "lane": lane}
        for lane in Lane.objects.filter(n_faults__gt=0)
    ]
    return _drawn(admin, request, "previews", _("What the notices say"), rows=rows, lanes=lanes)


def preview(admin: NoticeAdmin, request: HttpRequest, code: str) -> HttpResponse:
    _demand_sight(admin, request)
    if code not in KINDS:
        raise Http404
    kind = KINDS[code]
    shown = [
        {
            "language": one,
            "name": NATIVE[one],
            "letter": render(code, one, kind.sample),
            "short": _short(code, one) if _goes_short(code) else None,
        }
        for one in LANGUAGES
    ]
    title = render(code, (get_language() or "ky")[:2], kind.sample).subject
    return _drawn(admin, request, "preview", title, shown=shown, kind=kind)


def _goes_short(code: str) -> bool:
    return code == "alarm_short" or not (code in OWN_WAY or KINDS[code].is_by_mail_only)


def _short(code: str, language: str) -> dict[str, Any]:
    sample = KINDS[code].sample
    text = (
        render(code, language, sample).text.strip() if code in OWN_WAY else short_text(code, language, sample)
    )
    size = measure(text)
    return {"text": text, "alphabet": size.alphabet, "n_units": size.n_units, "n_parts": size.n_parts}


def _demand_sight(admin: NoticeAdmin, request: HttpRequest) -> None:
    if not admin.has_view_permission(request):
        raise PermissionDenied


def _drawn(admin: NoticeAdmin, request: HttpRequest, name: str, title: str, **facts: Any) -> HttpResponse:
    context = admin.admin_site.each_context(request) | {"title": title, "opts": Notice._meta} | facts
    return TemplateResponse(request, f"sysadmin/notices/{name}.html", context)
