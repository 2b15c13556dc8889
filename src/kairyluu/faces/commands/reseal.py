"""Put every sealed name of a confidential appeal and every secret of the sign-in under the newest key of KAIRYLUU_SEAL_KEYS.

Run it after a new key was put first; the old key may go when this has said how many were done.
"""

from __future__ import annotations

import argparse
from typing import Any


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.confidence.reseal import Reseal, reseal_identities
    from kairyluu.usecases.people.reseal import ResealSecrets, reseal_secrets

    who: dict[str, Any] = {"actor": SYSTEM_ACTOR, "now": timezone.now()}
    n = reseal_identities(Reseal(), **who) + reseal_secrets(ResealSecrets(), **who)
    print(f"{n} sealed again with the newest key.")
    return 0
