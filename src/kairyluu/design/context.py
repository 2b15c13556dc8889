"""What every page needs: languages that keep the address, the appearance panel."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import get_language

from kairyluu.design.appearance import panel

LANGUAGES = (("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English"))


def layout(request: HttpRequest) -> dict[str, Any]:
    """Context processor of both layouts."""
    now = (get_language() or "ky")[:2]
    kept = [(k, v) for k, values in request.GET.lists() for v in values if k != "til"]
    languages = [
        {
            "code": code,
            "name": name,
            "href": f"?{urlencode([*kept, ('til', code)])}",
            "is_current": code == now,
        }
        for code, name in LANGUAGES
    ]
    return {"language": now, "languages": languages, **panel(request)}
