"""Do the background and periodic tasks until stopped: letters, reminders, clean-up.

`kairyluu serve` runs one already; start more on other machines with the same DATABASE_URL.
"""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="tasks done at the same time (default: 2)")
    parser.add_argument("--nice", type=int, default=0, help="give way to others by so much (default: 0)")
    parser.add_argument("--queues", default="", help="only tasks of these queues (default: all)")


def run(args: argparse.Namespace) -> int:
    import os

    from django.core.management import call_command

    os.nice(args.nice)
    call_command("procrastinate", "worker", "--concurrency", str(args.concurrency), "--queues", args.queues)
    return 0
