"""Do the background and periodic tasks until stopped: letters, reminders, clean-up.

`kairyluu serve` runs one already; start more on other machines with the same DATABASE_URL.
"""

from __future__ import annotations

import argparse

# What people open first is counted when the worker starts, not at the next knock of time: after an update nobody waits for it.
AT_START = ("count_published", "count_earlier_years")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="tasks done at the same time (default: 2)")
    parser.add_argument("--nice", type=int, default=0, help="give way to others by so much (default: 0)")
    parser.add_argument("--queues", default="", help="only tasks of these queues (default: all)")


def run(args: argparse.Namespace) -> int:
    import os

    from django.core.management import call_command

    os.nice(args.nice)
    if not args.queues:
        _queue_at_start()
    call_command("procrastinate", "worker", "--concurrency", str(args.concurrency), "--queues", args.queues)
    return 0


def _queue_at_start() -> None:
    """Each once, however many workers start."""
    import time

    from django.db import transaction
    from procrastinate.contrib.django import app
    from procrastinate.exceptions import AlreadyEnqueued

    for name in AT_START:
        try:
            with transaction.atomic():
                task = app.configure_task(name, allow_unknown=True, queueing_lock=name)
                task.defer(timestamp=int(time.time()))
        except AlreadyEnqueued:
            continue
