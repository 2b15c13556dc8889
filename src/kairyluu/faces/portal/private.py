"""Pages with a citizen's own affairs: kept by no cache, told to no other site."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponseBase
from django.utils.cache import add_never_cache_headers

View = Callable[..., HttpResponseBase]


def private(view: View) -> View:
    @wraps(view)
    def kept_private(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "no-referrer"
        return response

    return kept_private
