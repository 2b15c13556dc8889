"""The portal's texts: the act, help, terms and others, in the version in force or an earlier one."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from kairyluu.faces.portal import telephones
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.faces.portal.texts import TEXTS, address
from kairyluu.queries.content import FALLBACK, NoSuchPage, find_content, find_version, list_versions
from kairyluu.queries.directory import directory

if TYPE_CHECKING:
    from kairyluu.data.reference.models import ContentPage

ACT, HOTLINES = "act", "hotlines"
OF_THE_MENU = {"help": "help"}
_LONGEST_VERSION = 20


@require_safe
def text(request: HttpRequest, slug: str) -> HttpResponse:
    """`?version=` shows an earlier version, `?text=ky` the Kyrgyz text on a page of another language."""
    today = timezone.localdate(timezone.now())
    language = FALLBACK if request.GET.get("text") == FALLBACK else language_now()
    wanted = request.GET.get("version", "")
    row = _find(slug, language, wanted, today)
    versions = [
        (version, since)
        for version, since in list_versions(slug, row.language, today)
        if version != row.version
    ]
    context = {
        "text": row,
        "heading": _heading(row),
        "sources": _sources(row.source),
        "is_unverified": row.status == "unverified",
        "is_foreign": row.language != language_now(),
        "lines": telephones.every_trust_phone(directory(), language_now()) if slug == HOTLINES else (),
        "has_kyrgyz": slug == ACT and row.language != FALLBACK,
        "other_versions": versions,
        "is_old": bool(wanted) and row.version != _find(slug, language, "", today).version,
    }
    return draw(request, "portal/text.html", context, current=OF_THE_MENU.get(slug, ""))


@require_safe
def any_text(request: HttpRequest, slug: str) -> HttpResponse:
    """A text without an address of its own: one that an administrator added, or an earlier instruction."""
    return HttpResponseRedirect(address(slug)) if slug in TEXTS else text(request, slug)


def _find(slug: str, language: str, version: str, today: date) -> ContentPage:
    try:
        if version:
            return find_version(slug, language, version[:_LONGEST_VERSION].replace("\0", ""), today)
        return find_content(slug, language, today)
    except NoSuchPage:
        raise Http404 from None


def _heading(row: ContentPage) -> str:
    """The Kyrgyz act stands under the two-language heading of its publication."""
    return "Токтом / Постановление" if row.slug == ACT and row.language == FALLBACK else row.title


def _sources(written: str) -> list[tuple[str, str]]:
    """Address (empty where it is none) and words of each source."""
    parts = [part.strip() for part in written.split(" ; ")]
    return [(part if re.fullmatch(r"https?://\S+", part) else "", part) for part in parts if part]
