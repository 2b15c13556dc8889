"""Headers of every answer: content security policy, frame refusal, permissions policy."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

# Says the console's script of what it keeps in the browser; calls that are not sent yet outlive a sign-out.
KEPT, NOTHING_UNSENT = "kept", "0"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=()"


class SecurityHeaders:
    """First in the chain, so that answers made by any later middleware carry the headers too.

    A view that serves a citizen's file may set a stricter policy of its own; it is kept. So is that of the one block
    which other sites may frame.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        if "frame-ancestors *" not in response.headers["Content-Security-Policy"]:
            response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        signs_out = request.method == "POST" and request.path == reverse("account_logout")
        if signs_out and request.COOKIES.get(KEPT) == NOTHING_UNSENT:
            response.headers["Clear-Site-Data"] = '"storage"'
            response.delete_cookie(KEPT)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:  # the page may know who reads it
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
