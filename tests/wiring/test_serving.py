"""`kairyluu serve` as an operator meets it: real processes, real kills, nothing left behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wiring.serving import House, wait_for


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    built = _build(tmp_path, "one")
    yield built
    built.end_everything()


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[House]:
    built = _build(tmp_path, "two")
    yield built
    built.end_everything()


def _build(tmp_path: Path, name: str) -> House:
    home = tmp_path / name
    home.mkdir()
    return House(home)


def test_serves_refuses_a_second_start_and_leaves_nothing(house: House) -> None:
    house.start()
    house.wait_until_ready()

    assert house.answers()
    assert house.uncollected() == []
    second = house.command("serve", "--port", "1")
    assert second.returncode == 1
    assert "already runs" in second.stderr
    assert "KAIRYLUU_HOME" in second.stderr
    checked = house.command("check")
    assert "The database answers: PostgreSQL 18" in checked.stdout
    assert house.answers(), "a command beside the server must not stop its database"

    assert house.stop() == 0
    assert house.pids() == []


@pytest.mark.soak
def test_two_homes_run_side_by_side(house: House, neighbour: House) -> None:
    house.start()
    neighbour.start()
    house.wait_until_ready()
    neighbour.wait_until_ready()

    assert house.stop() == 0

    assert not house.answers()
    assert neighbour.answers()
    assert neighbour.stop() == 0
    assert house.pids() + neighbour.pids() == []


@pytest.mark.soak
def test_killed_supervisor_takes_its_children_along_and_starts_again(house: House) -> None:
    house.start()
    house.wait_until_ready()

    os.kill(house.process.pid, signal.SIGKILL)
    house.process.wait()
    house.start()
    house.wait_until_ready(times=2)

    assert house.answers()
    assert house.stop() == 0
    assert house.pids() == []


@pytest.mark.soak
def test_everything_killed_at_once_starts_again(house: House) -> None:
    house.start()
    house.wait_until_ready()

    house.end_everything()
    house.process.wait()
    house.start()
    house.wait_until_ready(times=2)

    assert house.answers()
    assert house.stop() == 0
    assert house.pids() == []


@pytest.mark.soak
@pytest.mark.parametrize("part", ["granian", "\0worker\0", "bin/postgres\0"])
def test_killed_part_comes_back(house: House, part: str) -> None:
    house.start()
    house.wait_until_ready()
    killed = house.pids(part)
    assert killed

    os.kill(killed[0], signal.SIGKILL)

    assert wait_for(lambda: killed[0] not in house.pids(part) and house.pids(part))
    assert wait_for(house.answers)
    assert wait_for(lambda: "The database answers" in house.command("check").stdout)
    assert house.process.poll() is None
    assert house.stop() == 0
    assert house.pids() == []


@pytest.mark.soak
def test_killed_make_stops_the_house_and_a_new_start_waits_for_that(house: House) -> None:
    house.start("sh", "-c", '"$@" & wait', "make")
    house.wait_until_ready()

    house.process.kill()
    house.process.wait()
    assert wait_for(lambda: "Stopping" in house.output.read_text())
    house.start()
    house.wait_until_ready(times=2)

    assert house.answers()
    assert house.stop() == 0
    assert house.pids() == []


@pytest.mark.soak
def test_stopping_while_setting_up_leaves_nothing(house: House) -> None:
    house.start()
    assert wait_for(lambda: "Preparing the tables" in house.output.read_text())

    assert house.stop() == 0

    assert house.pids() == []
