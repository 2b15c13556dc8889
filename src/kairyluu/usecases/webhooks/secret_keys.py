"""The secret of a webhook is not kept anywhere: it follows from the row, its generation and the key of the installation."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from django.conf import settings

from kairyluu.data.exchange.models import Webhook
from kairyluu.rules.exchange.webhooks import written_secret


def secret_of(hook: Webhook) -> str:
    """As it is shown once: whsec_ and base64."""
    return written_secret(_key(hook, hook.generation))


def keys_in_force(hook: Webhook, now: datetime) -> list[bytes]:
    """The newest first; the one before too, while both hold."""
    keys = [_key(hook, hook.generation)]
    if hook.older_until is not None and now < hook.older_until:
        keys.append(_key(hook, hook.generation - 1))
    return keys


def _key(hook: Webhook, generation: int) -> bytes:
    key: str = getattr(settings, "TRACKING_KEY", "") or settings.SECRET_KEY
    purpose = b"webhook " + hook.pk.bytes + generation.to_bytes(4, "big")
    return hmac.new(key.encode(), purpose, hashlib.sha256).digest()
