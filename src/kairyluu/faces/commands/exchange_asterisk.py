"""Listen to an Asterisk by its manager interface and announce the calls of one line to its operators.

Runs until stopped, one process a line; comes back by itself after a lost connection. The secret of the manager account
is taken from KAIRYLUU_AMI_SECRET. Exit code 1: the account was refused, or there is no such line.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from threading import Event


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--line", required=True, help="code of the line, e.g. alai-trust")
    parser.add_argument("--host", default="127.0.0.1", help="where Asterisk listens (default: %(default)s)")
    parser.add_argument("--port", type=int, default=5038, help="its port (default: %(default)s)")
    parser.add_argument("--user", required=True, help="manager account with read = call")
    parser.add_argument(
        "--context", default="", help="context of the dial plan in which calls of the line begin"
    )
    parser.add_argument("--exten", default="", help="extension that is dialled in it")


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.queries.calls.lines import NoSuchLine
    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.exchange.listen import ExchangeRefused, Listen, listen

    secret = os.environ.get("KAIRYLUU_AMI_SECRET", "")
    if not secret:
        print("KAIRYLUU_AMI_SECRET is not set: the secret of the manager account.", file=sys.stderr)
        return 1
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: _end(stop))
    names = ("line", "host", "port", "user", "context", "exten")
    command = Listen(secret=secret, **{name: getattr(args, name) for name in names})
    try:
        listen(command, actor=SYSTEM_ACTOR, clock=timezone.now, stop=stop)
    except ExchangeRefused as refused:
        print(f"Asterisk refused the account: {refused.facts['told']}", file=sys.stderr)
        return 1
    except NoSuchLine:
        print(f"There is no line {args.line}.", file=sys.stderr)
        return 1
    return 0


def _end(stop: Event) -> None:
    """Out of a read that may last half a minute."""
    stop.set()
    raise KeyboardInterrupt
