"""What the citizens' layout shows around every page: menu, telephones of technical support, language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kairyluu.design.nav import Item
from kairyluu.queries.directory import directory

MENU = (
    ("portal:submit", _("Send an appeal")),
    ("portal:track", _("Track an appeal")),
    ("portal:heads", _("Heads of bodies")),
    ("portal:statistics", _("Statistics")),
    ("portal:help", _("Help")),
    ("cabinet:home", _("My cabinet")),
)


def language_now() -> str:
    """ky, ru or en."""
    return get_language() or "ky"


def frame() -> dict[str, Any]:
    known = directory()
    shown, dialled = known.setting("support_phones"), known.setting("support_phones_e164")
    pairs = zip(shown.split("|"), dialled.split("|"), strict=False)
    return {
        "menu": [link for name, label in MENU if (link := _link(name, label))],
        "submit_url": _address("portal:submit"),
        "support_phones": [Item(words, f"tel:{number}") for words, number in pairs if words],
    }


def draw(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, template, frame() | context, status=status)


def framed(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of allauth inside our layout; a form that comes back with errors says so in its status."""

    @wraps(view)
    def in_frame(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and not response.is_rendered:
            context = response.context_data or {}
            response.context_data = frame() | context
            if getattr(context.get("form"), "errors", None) and response.status_code == HTTPStatus.OK:
                response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return in_frame


def too_many(request: HttpRequest) -> HttpResponse:
    """allauth looks for this under `handler429` of the root address table."""
    return draw(request, "429.html", {}, status=HTTPStatus.TOO_MANY_REQUESTS)


def _link(name: str, label: str | Promise) -> Item | None:
    href = _address(name)
    return Item(label, href, is_current=name == "cabinet:home") if href else None


def _address(name: str) -> str:
    """Empty where that page is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
