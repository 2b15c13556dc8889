"""How much one request may carry. Said before it is read: what is too large is answered with a sentence, never with
an error of the server."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kairyluu.faces.portal.views.errors import too_large

MEBIBYTE = 1024 * 1024
LARGEST = 55 * MEBIBYTE  # five files of 10 MB and the words around them


class RequestSize:
    """Before anything that reads the body."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if not announced.isdecimal() or int(announced[:12]) > LARGEST:
            return too_large(request)
        return self.get_response(request)
