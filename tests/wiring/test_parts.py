"""The small parts of the runtime: places, locks, stamps, restarts, translations, log lines."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import polib
import pytest
from django.test import Client

from kairyluu.wiring.runtime.child import RESTARTS, Child, KeepsDying
from kairyluu.wiring.runtime.instance_lock import AlreadyRunning, InstanceLock
from kairyluu.wiring.runtime.messages import compile_messages
from kairyluu.wiring.runtime.places import LONGEST_SOCKET_PATH, SOCKET_FILE, Places
from kairyluu.wiring.runtime.postgres import Cluster
from kairyluu.wiring.runtime.stamps import fingerprint
from kairyluu.wiring.settings.logs import WithoutQueryString


def test_socket_of_a_deep_home_is_short_and_its_own() -> None:
    deep, deeper = Places(Path("/" + "a" * 150)), Places(Path("/" + "a" * 151))

    assert len(str(deep.sockets / SOCKET_FILE)) <= LONGEST_SOCKET_PATH
    assert deep.sockets != deeper.sockets
    assert Places(Path("/srv/var")).sockets == Path("/srv/var/socket")


def test_second_holder_is_told_who_runs(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path)
    first.take("http://127.0.0.1:8000/", demo=True)

    with pytest.raises(AlreadyRunning, match=r"http://127\.0\.0\.1:8000/"):
        InstanceLock(tmp_path).take("http://127.0.0.1:8001/", demo=False)

    holder = InstanceLock(tmp_path).holder()
    first.release()
    assert holder is not None
    assert holder.demo


def test_lock_of_an_ended_supervisor_holds_nobody(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.take("http://127.0.0.1:8000/", demo=False)
    lock.release()

    assert InstanceLock(tmp_path).holder() is None


def test_pid_file_that_names_a_stranger_is_no_server(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "postmaster.pid").write_text("1\n/elsewhere\n")

    assert Cluster(tmp_path / "data", tmp_path, tmp_path / "log").running_pid() is None


def test_program_that_keeps_dying_is_given_up() -> None:
    child = Child("The failing one", [sys.executable, "-c", "raise SystemExit(3)"], {})
    pauses = []

    for _ in range(RESTARTS):
        _run_to_its_end(child)
        assert "exit code 3" in child.note_end(now=100.0)
        pauses.append(child.not_before - 100.0)

    assert pauses[:3] == [0.25, 0.5, 1.0]
    _run_to_its_end(child)
    with pytest.raises(KeepsDying, match="within a minute"):
        child.note_end(now=101.0)


def test_program_that_dies_now_and_then_is_started_again() -> None:
    child = Child("The rare one", [sys.executable, "-c", ""], {})

    for hour in range(RESTARTS + 2):
        _run_to_its_end(child)
        child.note_end(now=hour * 3600.0)

    assert len(child.ends) == 1


def _run_to_its_end(child: Child) -> None:
    child.start()
    assert child.process is not None
    child.process.wait(10)


def test_fingerprint_sees_content_name_and_version(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("same")
    two.write_text("same")

    assert fingerprint([one], "1") == fingerprint([one], "1")
    assert len({fingerprint([one], "1"), fingerprint([two], "1"), fingerprint([one], "2")}) == 3


def test_only_changed_translations_are_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "ky" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Send"\nmsgstr "Жөнөтүү"\n'
    )

    assert compile_messages(tmp_path) == [source]
    assert compile_messages(tmp_path) == []
    assert polib.mofile(str(folder / "django.mo")).find("Send").msgstr == "Жөнөтүү"
    assert [file.name for file in sorted(folder.iterdir())] == ["django.mo", "django.po"]


def test_log_line_carries_no_query_string() -> None:
    arguments = ("Forbidden", "/track?number=1&secret=hidden")
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, "%s: %s", arguments, None)

    assert WithoutQueryString().filter(record)
    assert record.getMessage() == "Forbidden: /track"


def test_every_answer_carries_the_security_headers(client: Client) -> None:
    for path in ("/alive", "/no-such-page-at-all"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self'; base-uri 'none';")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_pins_with_hashes_and_names_no_index(name: str) -> None:
    text = (Path(__file__).parents[2] / name).read_text()
    packages = text.replace("\\\n", " ").splitlines()

    assert len(packages) > 20
    assert all("==" in line and "--hash=sha256:" in line for line in packages)
    assert "://" not in text
