"""Plain lines to standard error. What opens somebody's door is never logged: query strings, and the last part of an
address that carries a secret code or a key of a letter."""

from __future__ import annotations

import logging
import re
from typing import Any

_WITH_SECRET = re.compile(r"^(/t/[^/]*/|/account/(?:password/reset/key|confirm-email)/)[^/]+")


class WithoutQueryString(logging.Filter):
    """Cuts `?...` and secrets off every argument that looks like a path, and the request object off the record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_without_secrets(value) for value in record.args)
        record.__dict__.pop("request", None)
        return True


def _without_secrets(value: object) -> object:
    if isinstance(value, str) and value.startswith("/"):
        return _WITH_SECRET.sub(r"\1...", value.partition("?")[0])
    return value


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_query": {"()": WithoutQueryString}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_query"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "procrastinate": {"level": "WARNING"},
    },
}
