"""Run everything: database, set-up, web server and worker, until Ctrl-C or SIGTERM.

Without DATABASE_URL an embedded PostgreSQL is started, with its data in var/postgres.
The environment is described in docs/operations.md; KAIRYLUU_HOME says where var/ lies.
"""

from __future__ import annotations

import argparse
import os
import sys

NEEDS_DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", default=argparse.SUPPRESS,
                        help="sample people and appeals, a secret made here; for looking, not for work")  # fmt: skip
    parser.add_argument("--host", default=os.environ.get("KAIRYLUU_BIND", "127.0.0.1"),
                        help="address to listen on (default: %(default)s)")  # fmt: skip
    parser.add_argument("--port", type=int, default=os.environ.get("PORT") or "8000",
                        help="port to listen on (default: %(default)s)")  # fmt: skip
    parser.add_argument("--with-parent", action="store_true",
                        help="stop when the program that started this one ends")  # fmt: skip


def run(args: argparse.Namespace) -> int:
    from django.core.exceptions import ImproperlyConfigured

    from kairyluu.wiring.runtime.child import KeepsDying
    from kairyluu.wiring.runtime.children import die_with_parent
    from kairyluu.wiring.runtime.instance_lock import AlreadyRunning, InstanceLock
    from kairyluu.wiring.runtime.places import places
    from kairyluu.wiring.runtime.postgres import DatabaseDidNotStart
    from kairyluu.wiring.runtime.postgres_user import NoSystemUser
    from kairyluu.wiring.runtime.supervisor import CannotServe, Supervisor

    if args.with_parent:
        die_with_parent()
    try:
        from kairyluu.wiring.settings import run as settings  # refuses here, before anything is started

        lock = InstanceLock(places().var)
        return Supervisor(places(), args.host, args.port, settings.DEMO, lock).run()
    except (
        AlreadyRunning,
        CannotServe,
        DatabaseDidNotStart,
        ImproperlyConfigured,
        KeepsDying,
        NoSystemUser,
    ) as no:
        print(no, file=sys.stderr)
        return 1
