"""One request sees one edition of the directory, and asks for it once."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from kairyluu.queries.directory import one_edition


class OneEdition:
    """Not in the system administration: what is saved there must be seen by the same request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/sysadmin/"):
            return self.get_response(request)
        with one_edition():
            return self.get_response(request)
