"""Load the demo town: an invented district with its people and about 300 appeals; once, and only in demo mode.

Every person and every appeal in it is invented and marked as a sample. A database that holds other appeals is refused.
Example:
  kairyluu --demo demo
  kairyluu --demo demo --accounts
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--accounts", action="store_true", help="only list the accounts, one per role")


def run(args: argparse.Namespace) -> int:
    if args.accounts:
        print("\n".join(account_lines()))
        return 0
    return _load()


def account_lines() -> list[str]:
    """The accounts of the demo as lines of text, the password first; empty outside demo mode."""
    from django.conf import settings
    from django.utils import timezone

    from kairyluu.queries.demo import list_demo_accounts
    from kairyluu.usecases.demo.town import PASSWORD

    if not settings.DEMO:
        return []
    accounts = list_demo_accounts(timezone.localdate())
    width = max((len(account.email) for account in accounts), default=0)
    lines = [f"  {account.email:<{width}}  {account.words}" for account in accounts]
    return [f"Demo accounts, all with the password {PASSWORD}:", *lines]


def _load() -> int:
    from django.conf import settings
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.rules.refusals import Refused
    from kairyluu.usecases.demo.load import LoadDemo, load_demo

    command = LoadDemo(folder=Path(settings.REFERENCE_DATA) / "demo")
    try:
        loaded = load_demo(command, actor=SYSTEM_ACTOR, now=timezone.now())
    except Refused as refusal:
        print(f"The demo town was not loaded: {SENTENCES.get(refusal.code, refusal)}", file=sys.stderr)
        return 1
    said = "loaded" if loaded.is_new else "already here, nothing was changed"
    print(f"The demo town is {said}: {loaded.n_appeals} appeals.")
    return 0


SENTENCES = {
    "not_in_demo_mode": "it belongs into a demonstration; start with --demo or KAIRYLUU_DEMO=1.",
    "real_appeals_present": "this database holds appeals already. Use another one for the demonstration.",
    "reference_data_missing": "load the reference data first: kairyluu load-reference.",
}
