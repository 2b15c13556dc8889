"""Makes the virtual environment with what the machine has: `python scripts/make_venv.py .venv`.

Debian's `python3` alone cannot give a new environment its pip (`ensurepip` is in another package), so there are
several ways, tried in turn. Runs before anything is installed: standard library only.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

PYTHON = sys.executable
PACKAGE = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
PIP_THAT_FILLS_ANOTHER = (22, 3)  # the first pip with --python

Way = tuple[str, Callable[[Path], bool]]


def main(folder: Path) -> int:
    """0 when `folder` is an environment with pip; else 1 and a sentence. A half-made one never stays."""
    for stopped in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stopped, lambda *_: sys.exit(1))
    if has_pip(folder):
        stamp(folder)
        return 0
    if made(folder, ways()):
        stamp(folder)
        return 0
    print(
        f"No virtual environment could be made here. As root: apt-get install {PACKAGE}. Then the same again."
    )
    print(f"If it is there already, this tells why: {PYTHON} -m venv {folder}")
    return 1


def ways() -> list[Way]:
    """What this machine can try, the least intrusive first, each with its sentence."""
    found: list[Way] = [(f"Making the virtual environment with {PYTHON} -m venv ...", by_venv)]
    if pip_version() >= PIP_THAT_FILLS_ANOTHER:
        found.append(("That did not work: the machine's pip puts pip in ...", by_pip))
    if find_spec("virtualenv"):
        found.append(("That did not work: the machine's virtualenv makes it ...", by_virtualenv))
    become = root_prefix()
    if become is not None and shutil.which("apt-get") and sys.base_prefix == "/usr":
        sentence = f"That did not work: apt-get installs {PACKAGE} ..."
        found.append((sentence, partial(by_apt_get, become=become)))
    return found


def made(folder: Path, ways: list[Way]) -> bool:
    """Tries one way after another until `folder` has a pip that answers."""
    for sentence, way in ways:
        print(sentence, flush=True)
        done = False
        try:
            shutil.rmtree(folder, ignore_errors=True)
            done = way(folder) and has_pip(folder)
        finally:
            if not done:
                shutil.rmtree(folder, ignore_errors=True)
        if done:
            return True
    return False


def by_venv(folder: Path) -> bool:
    return runs(PYTHON, "-m", "venv", str(folder))


def by_pip(folder: Path) -> bool:
    return runs(PYTHON, "-m", "venv", "--without-pip", str(folder)) and runs(
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        str(folder),
        "install",
        "--quiet",
        "pip",
    )


def by_virtualenv(folder: Path) -> bool:
    return runs(PYTHON, "-m", "virtualenv", "--quiet", str(folder))


def by_apt_get(folder: Path, become: list[str]) -> bool:
    """The lists of packages are fetched anew only if the package is not found as they are."""
    apt_get = [*become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt_get, "install", "-y", "--no-install-recommends", PACKAGE]
    installed = runs(*install) or (runs(*apt_get, "update") and runs(*install))
    return installed and by_venv(folder)


def has_pip(folder: Path) -> bool:
    return runs(str(folder / "bin" / "python"), "-m", "pip", "--version")


def pip_version() -> tuple[int, ...]:
    """(23, 0) for pip 23.0.1; () where this Python has no pip."""
    answer = subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, text=True)  # noqa: S603
    version = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    return tuple(int(part) for part in version.groups()) if version else ()


def root_prefix() -> list[str] | None:
    """What stands before a command to run it as root without a question; None where nothing does."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if runs("sudo", "-n", "true") else None


def runs(*command: str) -> bool:
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        return False


def stamp(folder: Path) -> None:
    """`.made`, for make: as old as the environment, so that one made earlier is not filled again."""
    made_at = (folder / "pyvenv.cfg").stat().st_mtime
    (folder / ".made").touch()
    os.utime(folder / ".made", (made_at, made_at))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
