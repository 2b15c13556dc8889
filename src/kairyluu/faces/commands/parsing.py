"""How a shell knocks: one module a verb, found by its place, described by its docstring.

A verb module has a docstring (its first line is the help), `add_arguments(parser)` and `run(args) -> int`.
`NEEDS_DJANGO = False` runs it without settings; `NEEDS_DATABASE = False` without a database; with `MEETS_DATABASE = True`
as well, with the settings and a database if both are there already.
Models and use cases are imported inside `run`, so that `--help` needs no settings.
"""

from __future__ import annotations

import argparse
import ast
import pkgutil
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

NOT_VERBS = {"parsing"}


@dataclass(frozen=True)
class Verb:
    """What can be told about a verb without importing it."""

    name: str
    module: str
    help: str
    needs_django: bool
    needs_database: bool
    meets_database: bool


def discover(package: ModuleType) -> list[Verb]:
    """The verbs that lie in a package and the folders below it, in alphabetical order; a folder with `run` is a verb itself."""
    verbs: list[Verb] = []
    for found in pkgutil.iter_modules(package.__path__):
        if found.name in NOT_VERBS or found.name.startswith("_"):
            continue
        place = f"{package.__name__}.{found.name}"
        is_folder = found.ispkg and not any(
            isinstance(node, ast.FunctionDef) and node.name == "run" for node in _read(place).body
        )
        verbs += discover(import_module(place)) if is_folder else [_describe(place)]
    return sorted(verbs, key=lambda verb: verb.name)


def _read(module: str) -> ast.Module:
    found = find_spec(module)
    assert found is not None
    assert found.origin is not None
    return ast.parse(Path(found.origin).read_text(encoding="utf-8"))


def _describe(module: str) -> Verb:
    tree = _read(module)
    flags = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    django = bool(flags.get("NEEDS_DJANGO", True))
    return Verb(
        name=module.rpartition(".")[2].replace("_", "-"),
        module=module,
        help=(ast.get_docstring(tree) or "").split("\n", 1)[0],
        needs_django=django,
        needs_database=django and bool(flags.get("NEEDS_DATABASE", True)),
        meets_database=bool(flags.get("MEETS_DATABASE", False)),
    )


def build_parser(verbs: list[Verb], chosen: Verb | None) -> argparse.ArgumentParser:
    """Every verb is listed; only the chosen one is imported."""
    parser = argparse.ArgumentParser(
        prog="kairyluu",
        description="Kairyluu, the open platform of citizens' appeals.",
        epilog="“kairyluu VERB --help” explains one verb. Settings come from the environment: docs/operations.md.",
    )
    parser.add_argument("--demo", action="store_true", help="demo mode: sample people, a secret made here")
    below = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for verb in verbs:
        if verb is not chosen:
            below.add_parser(verb.name, help=verb.help)
            continue
        module = import_module(verb.module)
        own = below.add_parser(
            verb.name,
            help=verb.help,
            description=module.__doc__,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(own)
    return parser


def chosen_verb(verbs: list[Verb], arguments: list[str]) -> Verb | None:
    """The first argument that is no option, if it is a verb."""
    first = next((word for word in arguments if not word.startswith("-")), None)
    return next((verb for verb in verbs if verb.name == first), None)
