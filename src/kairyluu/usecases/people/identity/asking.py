"""The way to a provider and back: what it is asked, what it vouches for. No transaction is open meanwhile."""

from __future__ import annotations

import logging
from typing import Any

from kairyluu.data.people.models import IdentityProvider
from kairyluu.gateways.identity.contract import Asked, NotVouchedFor, ProviderAway, Relying
from kairyluu.gateways.identity.fetching import is_safe_address
from kairyluu.gateways.identity.openid import OpenIdProvider
from kairyluu.rules.exchange.claims import STANDARD, Vouched, read_claims
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.sealing import SealBroken, unseal

__all__ = ["Asked", "NoSuchProvider", "NotProven", "ask_provider", "is_safe_address", "vouched_by"]

log = logging.getLogger("kairyluu.accounts")


class NoSuchProvider(Refused):
    """Not configured, or switched off."""


class ProviderSilent(Refused):
    """The provider does not answer as it should; another way in stays open."""


class NotProven(Refused):
    """The answer of the provider proves nothing; facts: why."""


def ask_provider(code: str, back: str) -> Asked:
    """`back` is our own address that it is to send people to. Raises `NoSuchProvider` and `ProviderSilent`."""
    provider = _speaking(active_provider(code))
    try:
        return provider.ask(back)
    except ProviderAway as away:
        log.warning("identity provider %s: %s", code, away)
        raise ProviderSilent() from away


def vouched_by(row: IdentityProvider, code: str, asked: Asked) -> Vouched:
    """`code` is what the provider sent the browser back with. Raises `ProviderSilent` and `NotProven`."""
    try:
        claims: dict[str, Any] = _speaking(row).claims(code, asked)
    except ProviderAway as away:
        log.warning("identity provider %s: %s", row.code, away)
        raise ProviderSilent() from away
    except NotVouchedFor as nothing:
        log.warning("identity provider %s proves nothing: %s", row.code, nothing.why)
        raise NotProven({"why": nothing.why}) from nothing
    return read_claims(claims, row.claims or STANDARD)


def active_provider(code: str) -> IdentityProvider:
    row = IdentityProvider.objects.select_related("body").filter(code=code, is_active=True).first()
    if row is None:
        raise NoSuchProvider()
    return row


def _speaking(row: IdentityProvider) -> OpenIdProvider:
    try:
        secret = unseal(row.sealed_secret) if row.sealed_secret else ""
    except SealBroken as broken:
        log.error("the secret of identity provider %s is sealed under a key that is gone", row.code)
        raise ProviderSilent() from broken
    return OpenIdProvider(
        Relying(
            address=row.address,
            client_id=row.client_id,
            secret=secret,
            scopes=row.scopes,
        )
    )
