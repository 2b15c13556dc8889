"""The ground floor is plain Python, and every file stays small enough to read."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kairyluu"
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base", "manager", "handler"}
# kind of file -> longest allowed; the first pattern that fits counts
LENGTHS = (
    (("usecases",), 150),
    (("rules",), 270),
    (("faces", "views"), 200),
    (("faces", "forms"), 200),
    (("notices",), 120),
    (("reports",), 120),
    (("settings",), 150),
    ((), 250),
)
LONGEST_FUNCTION = 40
MOST_MODULES = 15


def modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def named(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_rules_import_nothing_outside_the_standard_library() -> None:
    for path in (SOURCE / "rules").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                top = name.partition(".")[0]
                assert top in sys.stdlib_module_names or name.startswith("kairyluu.rules"), (
                    f"{named(path)} imports {name}: a rule takes values in and gives values out; fetch them "
                    "in a query and pass them."
                )


@pytest.mark.parametrize("path", modules(), ids=named)
def test_no_file_and_no_function_is_too_long(path: Path) -> None:
    text = path.read_text()
    parts = set(path.relative_to(SOURCE).parts)
    limit = next(most for wanted, most in LENGTHS if parts.issuperset(wanted))

    assert len(text.splitlines()) <= limit, (
        f"{named(path)}: over {limit} lines; split by verb, addressee or noun."
    )
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, (
                f"{named(path)}: {node.name} has {length} lines; name its paragraphs."
            )


def test_no_thing_is_left_without_a_name() -> None:
    for path in modules():
        assert path.stem not in FORBIDDEN_NAMES or path.parent.name == "settings", (
            f"{named(path)}: a thing that cannot be named has not been understood yet."
        )


def test_no_folder_holds_too_much() -> None:
    for folder in {path.parent for path in modules()}:
        found = [
            path for path in folder.glob("*.py") if path.name not in ("__init__.py", "apps.py", "urls.py")
        ]
        assert len(found) <= MOST_MODULES, f"{named(folder)}: {len(found)} modules; split the folder by noun."
