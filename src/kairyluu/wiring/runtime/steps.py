"""What has to be done before the first page: tables, reference data, the demo town, static files."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kairyluu.wiring.runtime.places import PROJECT, Places
from kairyluu.wiring.runtime.stamps import fingerprint

PACKAGE = Path(__file__).resolve().parents[2]
ENTRY = [sys.executable, "-m", "kairyluu.wiring.entry"]
SCHEMA_PACKAGES = ("django", "django-allauth", "procrastinate")


@dataclass(frozen=True)
class Step:
    """A command of the house, and the mark that says for which files it has been done."""

    name: str
    saying: str
    command: list[str]
    mark: str


def database_steps(*, demo: bool) -> list[Step]:
    """In their order. Each later mark contains the earlier one: new tables load the data again."""
    schema = fingerprint(_migrations(), *(f"{name} {version(name)}" for name in SCHEMA_PACKAGES))
    loaded = fingerprint(_reference_files(), schema)
    steps = [Step("migrate", "Preparing the tables", [*ENTRY, "migrate"], schema)]
    if _exists("load_reference"):
        steps.append(Step("load-reference", "Loading the reference data", [*ENTRY, "load-reference"], loaded))
    if demo and _exists("demo"):
        steps.append(Step("demo", "Loading the demo town", [*ENTRY, "demo"], "once"))
    return steps


def static_step(places: Places) -> Step | None:
    """None when the collected copies are those of the present files."""
    mark = fingerprint(_static_files(), *(f"{name} {version(name)}" for name in ("django", "whitenoise")))
    if places.static.is_dir() and _read(places.static_mark) == mark:
        return None
    command = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0"]
    return Step("static", "Compressing the static files", command, mark)


def note_static(places: Places, step: Step) -> None:
    places.static_mark.write_text(step.mark)


def _exists(verb: str) -> bool:
    return find_spec(f"kairyluu.faces.commands.{verb}") is not None


def _migrations() -> Iterable[Path]:
    return PACKAGE.glob("**/migrations/*.py")


def _reference_files() -> Iterable[Path]:
    """The data, and the code that loads it."""
    yield from (file for file in (PROJECT / "data").rglob("*") if file.is_file())
    yield from PACKAGE.glob("usecases/reference/**/*.py")
    yield from PACKAGE.glob("faces/commands/load_reference.py")


def _static_files() -> Iterable[Path]:
    """The files, and the code that publishes them."""
    yield from (file for folder in PACKAGE.glob("**/static") for file in folder.rglob("*") if file.is_file())
    yield PACKAGE / "wiring" / "stylesheets.py"


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except FileNotFoundError:
        return ""
