"""Print a new private key of Web Push, for KAIRYLUU_PUSH_KEY.

Set it once: with another key every browser has to be asked anew.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(args: argparse.Namespace) -> int:
    from kairyluu.usecases.notices.browsers import make_push_key

    print(make_push_key())
    return 0
