"""The language of a page: `?til=` chosen once and kept in a cookie, else Kyrgyz. What the browser prefers is not asked:
a telephone set to English is no wish to read the state in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

CHOICE = "til"
KNOWN = frozenset(code for code, _ in settings.LANGUAGES)


class Language:
    """Before anything that draws a page. A choice in the address redirects to the same address without it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get(CHOICE, "")
        if chosen in KNOWN and request.method in ("GET", "HEAD"):
            return remember(HttpResponseRedirect(_same_place(request)), chosen)
        kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = kept if kept in KNOWN else settings.LANGUAGE_CODE
        with speaking(request, language):
            response = self.get_response(request)
        if "Content-Language" not in response.headers:  # else it was chosen by another way than the cookie
            response.headers["Content-Language"] = language
            patch_vary_headers(response, ("Cookie",))
        return response


@contextmanager
def speaking(request: HttpRequest, language: str) -> Iterator[None]:
    with translation.override(language):
        request.LANGUAGE_CODE = language
        yield


def remember(response: HttpResponse, language: str) -> HttpResponse:
    """The same response, which keeps the choice."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=getattr(settings, "LANGUAGE_COOKIE_SECURE", False),
        httponly=True,
    )
    return response


def _same_place(request: HttpRequest) -> str:
    """One leading slash: `//elsewhere` would be another site."""
    rest = [(name, value) for name, value in parse_qsl(request.META["QUERY_STRING"], True) if name != CHOICE]
    path = "/" + request.get_full_path().partition("?")[0].lstrip("/\\")
    return f"{path}?{urlencode(rest)}" if rest else path
