"""What a page must know to ask a browser for Web Push. Nothing is written here, so no policy is asked."""

from __future__ import annotations

from kairyluu.gateways import push


def make_push_key() -> str:
    return push.new_key()


def push_public_key() -> str:
    """Empty where the installation has no Web Push."""
    return push.public_key() if push.is_configured() else ""
