"""The key of Web Push for whoever sets an installation up."""

from __future__ import annotations

from kairyluu.gateways import push


def make_push_key() -> str:
    return push.new_key()
