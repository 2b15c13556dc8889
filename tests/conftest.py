"""One PostgreSQL for the whole test run: started by the process that began it, shared by its workers.

With `DATABASE_URL` set, that server is used instead and left alone.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from kairyluu.wiring import first_tables
from kairyluu.wiring.runtime.postgres import NAME, PASSING, Cluster

# The fixed company (the fixture `town`), how tests that commit leave no trace, the scanner of files, the server of letters.
pytest_plugins = ["tests.cast", "tests.emptying", "tests.gateways.scanner", "tests.gateways.imap_server"]

# What one process has compiled the next one reads: tests start many, and none should compile the whole program again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

SERVER = pytest.StashKey[Cluster]()


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(
        20_000, 20, 50
    )  # by itself Python would search the many lasting objects for rubbish all the time
    if hasattr(config, "workerinput") or os.environ.get("DATABASE_URL") or config.option.collectonly:
        return
    _sweep_after_killed_runs()
    home = Path(os.environ["KAIRYLUU_TEST_SERVER"])
    home.mkdir(mode=0o711)
    cluster = Cluster(home / "data", home / "socket", home / "server.log", settings=PASSING)
    config.stash[SERVER] = cluster
    cluster.start()
    if first_tables.is_of_this_program():
        with cluster.connect(NAME) as connection:  # the databases of the tests are copied from this one
            connection.execute(first_tables.FILE.read_text(encoding="utf-8"))


def pytest_unconfigure(config: pytest.Config) -> None:
    cluster = config.stash.get(SERVER, None)
    if cluster is not None:
        cluster.stop()
        shutil.rmtree(cluster.data.parent, ignore_errors=True)


def _sweep_after_killed_runs() -> None:
    """A run ended by `kill -9` takes its server along but leaves its folder."""
    for left in Path(tempfile.gettempdir()).glob("kairyluu-tests-*"):
        pid = left.name.rpartition("-")[2]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists() and left.stat().st_uid == os.getuid():
            shutil.rmtree(left, ignore_errors=True)


def _chromium() -> str | None:
    """Debian's Chromium, or the one of `CHROMIUM`; Playwright's own download is never used."""
    named = os.environ.get("CHROMIUM")
    return (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The slow journeys begin, so that no process is left alone with them at the end. Without a Chromium they are
    skipped by name, or refused where they are required."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)
    journeys = [item for item in items if item.get_closest_marker("browser")]
    if not journeys or _chromium():
        return
    if os.environ.get("REQUIRE_BROWSER") == "1":
        raise pytest.UsageError("REQUIRE_BROWSER=1, and no Chromium is here: apt-get install chromium")
    for item in journeys:
        item.add_marker(pytest.mark.skip(reason="no Chromium here: apt-get install chromium"))


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: it need not be searched for rubbish."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path to give Playwright as `executable_path`."""
    found = _chromium()
    assert found, "a test that takes this fixture needs the mark `browser`"
    return found
