"""Document systems of the bodies: where packages of files lie, and the tokens of those that speak HTTP. Which body has
which system is a row of the system administration."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

from kairyluu.wiring.settings.demo import DEMO
from kairyluu.wiring.settings.paths import PLACES, switched_on


def tokens_from(words: str) -> dict[str, str]:
    """`code=token code=token`, parted by white space."""
    pairs = [part.partition("=") for part in words.split()]
    if not all(code and mark and token for code, mark, token in pairs):
        raise ImproperlyConfigured(
            "KAIRYLUU_DOCUMENT_TOKENS: write the code of a body, =, its token, for each; parted by spaces."
        )
    return {code: token for code, _, token in pairs}


DOCUMENT_FOLDER = os.environ.get("KAIRYLUU_DOCUMENT_FOLDER", "") or str(PLACES.var / "documents")
DOCUMENT_TOKENS = tokens_from(os.environ.get("KAIRYLUU_DOCUMENT_TOKENS", ""))
# Where programs of bodies may have themselves told: a machine of the inner network only if it is said so.
WEBHOOK_PRIVATE = switched_on("KAIRYLUU_WEBHOOK_PRIVATE")
WEBHOOK_LOOPBACK = DEMO
# X-Road (Tunduk): client.pem, client.key and the security server's own server.pem; and whether this process is the door at
# which our security server knocks (`kairyluu exchange-xroad` alone).
XROAD_TLS = os.environ.get("KAIRYLUU_XROAD_TLS", "") or str(PLACES.var / "xroad")
XROAD_DOOR = os.environ.get("KAIRYLUU_XROAD_DOOR", "") == "1"
