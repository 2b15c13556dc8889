"""The virtual environment: one way after another, and none leaves half of one behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from scripts import make_venv

SCRIPT = Path(make_venv.__file__)


def leaves_half(folder: Path) -> bool:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    return False


def borrows_this_environment(folder: Path) -> bool:
    folder.symlink_to(sys.prefix)
    return True


def test_the_next_way_is_tried_only_after_one_that_failed(tmp_path, capsys):
    ways = [("First.", leaves_half), ("Second.", borrows_this_environment), ("Third.", leaves_half)]

    assert make_venv.made(tmp_path / "venv", ways)

    assert capsys.readouterr().out == "First.\nSecond.\n"


def test_what_failed_leaves_nothing_behind(tmp_path):
    assert not make_venv.made(tmp_path / "venv", [("Only.", leaves_half)])

    assert list(tmp_path.iterdir()) == []


def test_where_nothing_helps_a_sentence_names_the_command(tmp_path):
    """Python without ensurepip, pip and virtualenv on a machine without apt-get and sudo."""
    for missing in ("ensurepip", "pip", "virtualenv"):
        (tmp_path / "shadow" / missing).mkdir(parents=True)
        (tmp_path / "shadow" / missing / "__init__.py").write_text("raise ImportError")
    environment = {"PYTHONPATH": str(tmp_path / "shadow"), "PATH": str(tmp_path)}

    run = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path / "venv")], env=environment, capture_output=True, text=True
    )

    assert run.returncode == 1
    assert "apt-get install python3" in run.stdout
    assert run.stderr == ""
    assert not (tmp_path / "venv").exists()


def test_an_environment_with_a_pip_stays_as_it_is(tmp_path):
    """The stamp is as old as the environment: packages put in later count as newer."""
    folder = tmp_path / "venv"
    made = [sys.executable, str(SCRIPT), str(folder)]
    subprocess.run(made, check=True, capture_output=True)
    (folder / "kept").touch()

    again = subprocess.run(made, check=True, capture_output=True, text=True)

    assert again.stdout == ""
    assert (folder / "kept").exists()
    assert (folder / ".made").stat().st_mtime <= (folder / "kept").stat().st_mtime


def test_who_stops_it_half_way_reads_no_traceback_and_finds_nothing_left(tmp_path):
    making = subprocess.Popen(
        [sys.executable, str(SCRIPT), str(tmp_path / "venv")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert making.stdout
    making.stdout.readline()

    making.send_signal(signal.SIGINT)

    assert making.communicate(timeout=30)[1] == b""
    assert making.returncode == 1
    assert not (tmp_path / "venv").exists()
