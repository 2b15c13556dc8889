"""Pages with a citizen's own affairs: kept by no cache, told to no other site.

A page with a form must let the browser say where the form comes from: with `no-referrer` it sends `Origin: null`, and
the guard against forged forms refuses it. Such pages keep the site's own `same-origin`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponseBase
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponseBase]


def private(view: View) -> View:
    """Kept by no cache, and no page that is reached from here learns the address."""

    @wraps(view)
    def kept_private(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = uncached(view)(*args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        return response

    return kept_private


def uncached(view: View) -> View:
    """Kept by no cache: for pages with a form."""

    @wraps(view)
    def kept_nowhere(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        return response

    return kept_nowhere
