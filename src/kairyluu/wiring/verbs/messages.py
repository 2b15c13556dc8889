"""Compile the translations (.po to .mo), those that changed."""

from __future__ import annotations

import argparse

NEEDS_DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print nothing")


def run(args: argparse.Namespace) -> int:
    from kairyluu.wiring.runtime.messages import compile_messages

    for source in compile_messages():
        if not args.quiet:
            print(f"compiled {source}")
    return 0
