"""Invent a country of appeals in an empty database, in demo mode only; the same seed makes the same country.

Bodies by weight, channels, topics, seasons, working days, answers in time and late, refused, forwarded, extended, reviewed,
merged, withdrawn, confidential, rated: what lists, search and figures need. No journal, no letters, no files. Example:
  kairyluu --demo generate --appeals 200000 --seed 463
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from time import perf_counter


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--appeals", type=int, required=True, metavar="N", help="up to 10000000")
    parser.add_argument("--seed", type=int, default=463, metavar="S")
    parser.add_argument(
        "--until", type=dt.date.fromisoformat, metavar="DAY", help="its last day; without: today"
    )


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.rules.refusals import Refused
    from kairyluu.usecases.generating.generate import Generate, generate

    now, began = timezone.now(), perf_counter()
    command = Generate(n_appeals=args.appeals, seed=args.seed, until=args.until or timezone.localdate(now))

    def tell(n: int) -> None:
        if sys.stderr.isatty():
            rate = n / (perf_counter() - began)
            print(f"\r{n:>10} of {args.appeals}  {rate:,.0f} a second", end="", file=sys.stderr, flush=True)

    try:
        made = generate(command, actor=SYSTEM_ACTOR, now=now, tell=tell)
    except Refused as refusal:
        print(f"\nNo country was made: {SENTENCES.get(refusal.code, refusal)}", file=sys.stderr)
        return 1
    took = perf_counter() - began
    print(
        f"{made.n_appeals} appeals in {took:.1f} s, {made.n_appeals / took:,.0f} a second. Digest {made.digest}"
    )
    return 0


SENTENCES = {
    "not_in_demo_mode": "start with --demo or KAIRYLUU_DEMO=1; never beside real appeals.",
    "real_appeals_present": "this database holds appeals already. Use another one.",
    "reference_data_missing": "load the reference data first: kairyluu load-reference.",
    "not_a_country": "from 1 to 10000000 appeals.",
}
