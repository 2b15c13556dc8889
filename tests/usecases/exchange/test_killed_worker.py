"""A worker killed after it sent and before it heard: the other system has the appeal once, and its number comes home."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest
from django.db import connection

from kairyluu.rules.exchange import second_entries as second
from kairyluu.usecases.exchange.hand_over import LEASE
from tests.cast import NOW, Town, build_town
from tests.factories import exchange
from tests.gateways.document_system import stand_in

pytestmark = pytest.mark.django_db(transaction=True)


# A worker of its own, on the database of the test.
WORKER = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
import django
django.setup()
from tests.factories import exchange
from kairyluu.data.exchange.models import SecondEntry
exchange.tried(SecondEntry.objects.get())
"""


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build_town()


def test_killed_between_sending_and_hearing_it_registers_once(town: Town) -> None:
    with stand_in() as there:
        exchange.system(town, address=there.address)
        row = exchange.waiting(town)
        there.do_next("slow")
        name = str(connection.settings_dict["NAME"])
        worker = subprocess.Popen([sys.executable, "-c", WORKER, name])
        until = time.monotonic() + 30
        while str(row.pk) not in there.registered() and time.monotonic() < until:
            time.sleep(0.02)
        worker.kill()
        assert worker.wait(10) == -signal.SIGKILL

        row.refresh_from_db()
        assert (row.state, row.attempts) == (second.WAITING, 1)
        assert exchange.tried(row, NOW + LEASE / 2) == "early"  # it may still be alive, for all we know
        assert exchange.tried(row, NOW + LEASE) == second.REGISTERED
        assert there.registered()[str(row.pk)]["times"] == 1
        assert there.requests() == ["PUT", "GET"]
