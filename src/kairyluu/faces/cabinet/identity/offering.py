"""The page of the door names the providers that may be used besides a password."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse

from kairyluu.faces.cabinet.frame import language_now
from kairyluu.queries.people.providers import list_providers_for_citizens, list_providers_of_bodies


def named(provider: Any) -> dict[str, Any]:
    """The provider in the reader's language."""
    return {
        "code": provider.code,
        "name": getattr(provider, f"name_{language_now()}", "") or provider.name_ky,
    }


def offering(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def offered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and not response.is_rendered:
            response.context_data = (response.context_data or {}) | {
                "providers": [named(one) for one in list_providers_for_citizens()],
                "has_bodies": bool(list_providers_of_bodies()),
            }
        return response

    return offered
