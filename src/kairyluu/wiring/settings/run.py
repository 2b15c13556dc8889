"""The product. Refuses to start while something is missing that only the operator can give."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from kairyluu.wiring.settings.accounts import *  # noqa: F403
from kairyluu.wiring.settings.apps import *  # noqa: F403
from kairyluu.wiring.settings.arriving.files import *  # noqa: F403
from kairyluu.wiring.settings.database import *  # noqa: F403
from kairyluu.wiring.settings.demo import DEMO, DEMO_HOSTS, demo_secret
from kairyluu.wiring.settings.exchange import *  # noqa: F403
from kairyluu.wiring.settings.i18n import *  # noqa: F403
from kairyluu.wiring.settings.logs import *  # noqa: F403
from kairyluu.wiring.settings.mail import *  # noqa: F403
from kairyluu.wiring.settings.outside import *  # noqa: F403
from kairyluu.wiring.settings.paths import PLACES, REFERENCE_DATA, switched_on  # noqa: F401
from kairyluu.wiring.settings.reach import *  # noqa: F403
from kairyluu.wiring.settings.security import *  # noqa: F403
from kairyluu.wiring.settings.static import *  # noqa: F403
from kairyluu.wiring.settings.tasks import *  # noqa: F403

SHORTEST_SECRET = 32


def required(variable: str, how_to_make_one: str) -> str:
    value = os.environ.get(variable, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{variable} is not set. {how_to_make_one}")
    return value


def secret_key() -> str:
    value = required(
        "KAIRYLUU_SECRET_KEY",
        'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))" '
        "and keep it outside the project; or start with KAIRYLUU_DEMO=1 for a demonstration.",
    )
    if len(value) < SHORTEST_SECRET:
        raise ImproperlyConfigured(
            f"KAIRYLUU_SECRET_KEY has {len(value)} characters and needs at least {SHORTEST_SECRET}. "
            'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    return value


def hosts() -> list[str]:
    given = required("KAIRYLUU_HOSTS", "Name the addresses of the site, e.g. KAIRYLUU_HOSTS=kairyluu.gov.kg")
    return [host.strip() for host in given.split(",") if host.strip()]


DEBUG = False
SECRET_KEY = demo_secret(PLACES.demo_secret) if DEMO else secret_key()
ALLOWED_HOSTS = DEMO_HOSTS if DEMO else hosts()
if XROAD_DOOR:  # noqa: F405 - who comes in has shown the certificate of our security server
    ALLOWED_HOSTS, ROOT_URLCONF = ["*"], "kairyluu.wiring.door_urls"

_SCHEME = "http" if switched_on("KAIRYLUU_PLAIN_HTTP") else "https"
if not DEMO and not os.environ.get("KAIRYLUU_BASE_URL"):  # letters must never point to this machine
    BASE_URL = f"{_SCHEME}://{ALLOWED_HOSTS[0]}"

COUNTS_BEHIND = True
SECOND_FACTOR_OBEYED = not DEMO
BEHIND_HTTPS = not DEMO and not switched_on("KAIRYLUU_PLAIN_HTTP")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^alive$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if BEHIND_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_HTTPS
# The reverse proxy must set this header itself and drop the one that comes from outside.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
# Whose address a request comes from: behind HTTPS there is one proxy of ours, and only it is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KAIRYLUU_PROXIES", "1" if BEHIND_HTTPS else "0"))
