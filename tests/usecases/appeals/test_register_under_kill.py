"""Registrations at once in one book by several processes, with processes killed in between; two hundred in `make soak`."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from kairyluu.data.appeals.models import Appeal, RegisterBook
from tests.cast import NOW, Town, build_town
from tests.factories import appeals

CLERK = Path(__file__).with_name("registering_clerk.py")
N_CLERKS = 3


@pytest.fixture
def committed_town(transactional_db: None) -> Town:
    return build_town()


@pytest.mark.parametrize(("n_appeals", "n_kills"), [(45, 2), pytest.param(200, 6, marks=pytest.mark.soak)])
def test_numbers_run_from_one_without_gap_or_duplicate(
    committed_town: Town, n_appeals: int, n_kills: int
) -> None:
    waiting = {str(appeals.received(committed_town).pk) for _ in range(n_appeals)}
    chance = random.Random(463)

    clerks = [_clerk(committed_town, share) for share in _dealt(waiting)]
    for _ in range(n_kills):
        place = chance.randrange(N_CLERKS)
        _kill_at_work(clerks[place], chance.uniform(0, 0.02))
        clerks[place] = _clerk(committed_town, _dealt(_still_waiting())[place])
    _finish(clerks, committed_town)

    serials = list(Appeal.objects.order_by("serial").values_list("serial", flat=True))
    assert serials == list(range(1, n_appeals + 1))
    assert RegisterBook.objects.get().last_serial == n_appeals


def _clerk(town: Town, share: list[str]) -> subprocess.Popen[str]:
    name = connection.settings_dict["NAME"]
    arguments = [sys.executable, str(CLERK), name, town.registrar.email, NOW.isoformat()]
    clerk = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert clerk.stdin is not None
    clerk.stdin.write("".join(f"{appeal}\n" for appeal in share))
    clerk.stdin.close()
    return clerk


def _kill_at_work(clerk: subprocess.Popen[str], after: float) -> None:
    """Waits until the clerk has registered something, then kills it somewhere inside a later registration."""
    assert clerk.stdout is not None
    clerk.stdout.readline()
    time.sleep(after)
    clerk.kill()
    clerk.wait()
    clerk.stdout.close()


def _finish(clerks: list[subprocess.Popen[str]], town: Town) -> None:
    """Lets everyone finish; whatever killed clerks left over is done by one more."""
    last = _clerk(town, _still_waiting())
    for clerk in (*clerks, last):
        assert clerk.stdout is not None
        clerk.stdout.read()
        clerk.stdout.close()
        assert clerk.wait(timeout=180) == 0
    assert not _still_waiting()


def _still_waiting() -> list[str]:
    return [str(pk) for pk in Appeal.objects.filter(state="received").values_list("pk", flat=True)]


def _dealt(appeals_waiting: set[str] | list[str]) -> list[list[str]]:
    hands = sorted(appeals_waiting)
    random.Random(7).shuffle(hands)
    return [hands[place::N_CLERKS] for place in range(N_CLERKS)]
