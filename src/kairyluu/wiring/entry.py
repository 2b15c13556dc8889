"""The command `kairyluu`: finds the verb, gives it what it needs, turns a refusal into a sentence."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib import import_module

from kairyluu.faces import commands
from kairyluu.faces.commands.parsing import Verb, build_parser, chosen_verb, discover
from kairyluu.wiring import verbs as own_verbs
from kairyluu.wiring.runtime.leftovers import MARK


def main(arguments: list[str] | None = None) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    verbs = sorted(discover(commands) + discover(own_verbs), key=lambda verb: verb.name)
    verb = chosen_verb(verbs, words)
    parser = build_parser(verbs, verb)
    args = parser.parse_args(words)
    if verb is None:
        parser.print_help()
        return 0
    if args.demo:
        os.environ["KAIRYLUU_DEMO"] = "1"
    try:
        return _run(verb, args)
    except KeyboardInterrupt:
        return 130


def _run(verb: Verb, args: object) -> int:
    run = import_module(verb.module).run
    if not verb.needs_django:
        if verb.meets_database:
            _meet_database()
        return int(run(args))
    from django.core.exceptions import ImproperlyConfigured

    try:
        _set_up_django()
    except ImproperlyConfigured as refusal:
        print(refusal, file=sys.stderr)
        return 2
    with _database() if verb.needs_database else nullcontext():
        return int(run(args) or 0)


def _set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kairyluu.wiring.settings.run")
    _join_running_demo()
    django.setup()


def _meet_database() -> None:
    """The settings, where there are any and a database runs already: none is started, nothing is refused."""
    from django.core.exceptions import ImproperlyConfigured

    from kairyluu.wiring.runtime.places import SOCKET_FILE, places

    if os.environ.get("DATABASE_URL") or (places().sockets / SOCKET_FILE).exists():
        with suppress(ImproperlyConfigured):
            _set_up_django()


def _join_running_demo() -> None:
    """While a demo is being served from this home, other commands there are about that demo."""
    from kairyluu.wiring.runtime.instance_lock import InstanceLock
    from kairyluu.wiring.runtime.places import places

    holder = InstanceLock(places().var).holder()
    if holder and holder.demo and not os.environ.get("KAIRYLUU_SECRET_KEY"):
        os.environ["KAIRYLUU_DEMO"] = "1"


def _database() -> AbstractContextManager[None]:
    """The embedded server, unless there is another one or the supervisor takes care of it."""
    if os.environ.get("DATABASE_URL") or os.environ.get(MARK):
        return nullcontext()
    from kairyluu.wiring.runtime.borrowed import borrowed_database
    from kairyluu.wiring.runtime.places import places

    return borrowed_database(places())


if __name__ == "__main__":
    sys.exit(main())
