"""In which language an answer speaks: `?language=`, else `Accept-Language`, else Kyrgyz. The page for people also knows
the choice that the portal keeps in a cookie."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

KNOWN = tuple(code for code, _ in settings.LANGUAGES)
_MOST = 20  # entries of the header that are read


def language_now() -> str:
    """ky, ru or en."""
    return (get_language() or "ky")[:2]


def wanted(request: HttpRequest, *, by_cookie: bool = False) -> str:
    """What is unknown counts as not said."""
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "") if by_cookie else ""
    for said in (
        request.GET.get("language", ""),
        kept,
        _accepted(request.headers.get("Accept-Language", "")),
    ):
        if said in KNOWN:
            return said
    return str(settings.LANGUAGE_CODE)


def _accepted(header: str) -> str:
    """The known language with the greatest weight; among equals the first."""
    best, weight = "", 0.0
    for part in header[:500].split(",")[:_MOST]:
        code, _, q = part.partition(";")
        plain = code.strip()[:2].lower()
        value = _weight(q)
        if plain in KNOWN and value > weight:
            best, weight = plain, value
    return best


def _weight(q: str) -> float:
    name, _, value = q.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0) if name == "q" else 0.0
    except ValueError:
        return 0.0
