"""The first page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.page import draw


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return draw(request, "portal/home.html", {})
