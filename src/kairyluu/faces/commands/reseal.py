"""Put every sealed name of a confidential appeal under the newest key of KAIRYLUU_SEAL_KEYS.

Run it after a new key was put first; the old key may go when this has said how many were done.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.confidence.reseal import Reseal, reseal_identities

    n = reseal_identities(Reseal(), actor=SYSTEM_ACTOR, now=timezone.now())
    print(f"{n} sealed again with the newest key.")
    return 0
