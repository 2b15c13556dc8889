"""Which providers of identities a page offers, and what they vouch for."""

from __future__ import annotations

from kairyluu.data.people.models import Identity, IdentityProvider
from kairyluu.rules.facts import Actor


def list_providers_for_citizens() -> list[IdentityProvider]:
    return list(IdentityProvider.objects.filter(is_active=True, body=None)[:20])


def list_providers_of_bodies() -> list[IdentityProvider]:
    return list(
        IdentityProvider.objects.filter(is_active=True, body__isnull=False).select_related("body")[:200]
    )


def list_my_identities(actor: Actor) -> list[Identity]:
    if actor.account_id is None:
        return []
    found = Identity.objects.filter(account_id=actor.account_id, provider__body=None)
    return list(found.select_related("provider"))


def identity_in_use(actor: Actor) -> Identity | None:
    """What the provider vouches for, where this session was opened through it."""
    if not actor.proven_by or actor.account_id is None:
        return None
    found = Identity.objects.filter(
        account_id=actor.account_id,
        provider__code=actor.proven_by,
        provider__body=None,
        provider__is_active=True,
    )
    return found.select_related("provider").first()
