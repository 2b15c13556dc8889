"""Drawing one page of the portal."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kairyluu.faces.portal import nav
from kairyluu.queries.directory import directory


def language_now() -> str:
    """ky, ru or en."""
    return get_language() or "ky"


def draw(
    request: HttpRequest, template: str, context: dict[str, Any], *, current: str = "", status: int = 200
) -> HttpResponse:
    """`current` is the key of the menu item to light; empty lights none."""
    phones = directory().setting
    frame = {
        "menu": nav.menu(current),
        "support_phones": nav.support_phones(phones("support_phones"), phones("support_phones_e164")),
    }
    return render(request, template, frame | context, status=status)
