"""One PostgreSQL: the one of `DATABASE_URL`, or the embedded one on its socket."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from kairyluu.wiring.settings.paths import PLACES

SCHEMES = {"postgres", "postgresql"}


def parse_database_url(url: str) -> dict[str, Any]:
    """Django's settings of `postgresql://user:password@host:port/name?option=value`.

    A socket folder is given as `?host=/run/postgresql` or percent-encoded in the host's place;
    other options (`sslmode`, `connect_timeout`, ...) go to libpq as they are.
    Raises ImproperlyConfigured for another scheme or a missing database name.
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in SCHEMES:
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgresql:// — only PostgreSQL is supported."
        )
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ImproperlyConfigured(
            "DATABASE_URL names no database: postgresql://user:password@host:5432/NAME"
        )
    options = dict(parse_qsl(parts.query))
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL has a wrong port: {error}.") from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or "") or options.pop("user", ""),
        "PASSWORD": unquote(parts.password or "") or options.pop("password", ""),
        "HOST": options.pop("host", "") or _host(parts.netloc),
        "PORT": options.pop("port", "") or (str(port) if port else ""),
        "OPTIONS": options,
    }


def _host(netloc: str) -> str:
    """The host with its case kept (a socket path has one), without brackets or port."""
    host = unquote(netloc.rpartition("@")[2])
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host if host.startswith("/") else host.partition(":")[0]


def embedded(sockets: Path) -> dict[str, Any]:
    """The embedded server listens on a socket only; its folder belongs to one user."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "kairyluu",
        "USER": "kairyluu",
        "PASSWORD": "",
        "HOST": str(sockets),
        "PORT": "5432",
        "OPTIONS": {},
    }


def databases(default_sockets: Path) -> dict[str, dict[str, Any]]:
    url = os.environ.get("DATABASE_URL", "")
    chosen = parse_database_url(url) if url else embedded(default_sockets)
    chosen["CONN_MAX_AGE"] = None
    chosen["CONN_HEALTH_CHECKS"] = True
    chosen["OPTIONS"].setdefault("application_name", "kairyluu")
    return {"default": chosen}


DATABASES = databases(PLACES.sockets)
