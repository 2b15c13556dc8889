"""Secrets of the sign-in under the newest seal key, so that an older key may go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import IdentityProvider
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.people.sealing import sealed_anew
from kairyluu.usecases.reference.rights import demand_keeper

SEALED = ("secret", "seed")  # in an authenticator's data: of an application for codes, of recovery codes


@dataclass(frozen=True, kw_only=True)
class ResealSecrets:
    """All of them."""


@act
def reseal_secrets(command: ResealSecrets, *, actor: Actor, now: datetime) -> int:
    """Says how many. Raises `SealBroken` where one is sealed under a key that is gone: nothing is changed then."""
    demand_keeper(actor, "reseal_secrets")
    n = 0
    for provider in IdentityProvider.objects.exclude(sealed_secret="").select_for_update().order_by("pk"):
        provider.sealed_secret = sealed_anew(provider.sealed_secret)
        provider.save(update_fields=["sealed_secret"])
        n += 1
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        names = [name for name in SEALED if factor.data.get(name)]
        if names:
            factor.data |= {name: sealed_anew(factor.data[name]) for name in names}
            factor.save(update_fields=["data"])
            n += 1
    record("reseal_secrets", actor=actor, now=now, facts={"n": n})
    return n
