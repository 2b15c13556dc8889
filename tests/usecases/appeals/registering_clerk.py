"""A clerk in a process of its own: registers the appeals named on standard input, one a line, and says so. Run by
test_register_under_kill.py, which ends it without warning."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from uuid import UUID

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "kairyluu.wiring.settings.test"
    django.setup()
    from django.db import connection

    connection.settings_dict["NAME"] = sys.argv[1]
    from kairyluu.data.people.models import Account
    from kairyluu.queries.actors import actor_of
    from kairyluu.rules.policies import NotAllowed
    from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal

    now = datetime.fromisoformat(sys.argv[3])
    actor = actor_of(Account.objects.get(email=sys.argv[2]), now.date())
    for line in sys.stdin:
        try:
            register_appeal(RegisterAppeal(appeal_id=UUID(line.strip())), actor=actor, now=now)
        except NotAllowed:  # a clerk killed after the commit had registered it already
            continue
        print(line.strip(), flush=True)


main()
