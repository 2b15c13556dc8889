"""The embedded database for one command: used if it runs, else started and stopped with the command.

Two locks: `postgres.use` is shared by everybody who works with a borrowed server, so the one who
started it waits for the others before stopping; `postgres.start` lets one process start it at a time.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kairyluu.wiring.runtime.places import Places
from kairyluu.wiring.runtime.postgres import Cluster, DatabaseDidNotStart


def cluster_of(places: Places) -> Cluster:
    return Cluster(places.postgres, places.sockets, places.logs / "postgres.log")


@contextmanager
def borrowed_database(places: Places) -> Iterator[None]:
    places.var.mkdir(parents=True, exist_ok=True)
    cluster = cluster_of(places)
    with (places.var / "postgres.use").open("a") as use:
        fcntl.flock(use, fcntl.LOCK_SH)
        started_here = _start_unless_running(cluster, places.var)
        try:
            yield
        finally:
            if started_here:
                fcntl.flock(use, fcntl.LOCK_EX)
                cluster.stop()


def _start_unless_running(cluster: Cluster, var: Path) -> bool:
    with (var / "postgres.start").open("a") as start:
        fcntl.flock(start, fcntl.LOCK_EX)
        if cluster.running_pid() is not None and cluster.is_answering():
            return False
        cluster.stop_leftover()
        cluster.start()
        return True


def take_over(cluster: Cluster, var: Path, patience: float = 60) -> None:
    """Start the supervisor's own server: wait for commands that borrowed one, stop any leftover.

    Raises DatabaseDidNotStart when a command keeps the database longer than `patience` seconds.
    """
    deadline = time.monotonic() + patience
    with (var / "postgres.use").open("a") as use:
        while not _locked(use.fileno()):
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(
                    "Another kairyluu command still works with the database; try again later."
                )
            time.sleep(0.2)
        start_again(cluster, var)


def start_again(cluster: Cluster, var: Path) -> None:
    """After the server was killed: commands that still hope for it are not waited for."""
    with (var / "postgres.start").open("a") as start:
        fcntl.flock(start, fcntl.LOCK_EX)
        cluster.stop_leftover()
        cluster.start()


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
