"""Read a published table and say what in it does not come out.

Example:
  kairyluu check-report reports.json
  kairyluu check-report reports.json --table T1 --json
  kairyluu check-report reports.json --language ru
The file is one table, or several under "tables": rows with count and percent, a total, the previous period, periods with
calls; all its figures are recomputed, shares rounded half up. Exit code 1: something does not come out; 2: the file cannot
be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kairyluu.rules.published.checking import Finding

UNREADABLE = 2
NOT_OPENED = {
    "ky": "{file} ачылган жок: {error}",
    "ru": "{file} не открыт: {error}",
    "en": "{file} was not opened: {error}",
}
NO_TABLE = {
    "ky": "{file} жарыяланган таблица катары окулбайт: {why}",
    "ru": "{file} не читается как опубликованная таблица: {why}",
    "en": "{file} cannot be read as a published table: {why}",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the table as JSON")
    parser.add_argument("--table", default="", metavar="NAME", help="only this one of several tables")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--language", choices=sorted(NO_TABLE), default="ky", help="language of the sentences"
    )


def run(args: argparse.Namespace) -> int:
    from kairyluu.design.published import unreadable_in_words
    from kairyluu.rules.published.file import NotPublished, check_tables, tables_of

    language = args.language
    try:
        tables = tables_of(_content(args.file), args.table)
        found = check_tables(tables)
    except OSError as error:
        why = NOT_OPENED[language].format(file=args.file, error=error.strerror or error)
        print(why, file=sys.stderr)
        return UNREADABLE
    except NotPublished as refused:
        why = unreadable_in_words(refused.facts, language)
        print(NO_TABLE[language].format(file=args.file, why=why), file=sys.stderr)
        return UNREADABLE
    if args.json:
        print(
            json.dumps({name: _as_json(some) for name, some in found.items()}, ensure_ascii=False, indent=2)
        )
    else:
        for name, table in tables.items():
            print("\n".join(_as_text(name, table, found[name], language)))
    return int(any(finding.is_fault for some in found.values() for finding in some))


def _content(file: Path) -> bytes:
    """A little more than is allowed at most, whatever the size of the file."""
    from kairyluu.rules.published.file import LARGEST

    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _as_json(found: list[Finding]) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind, "is_fault": one.is_fault, "place": one.place}
        | {name: _plain(value) for name, value in one.values.items()}
        for one in found
    ]


def _plain(value: Any) -> Any:
    return value if isinstance(value, (int, str, list, dict)) else float(value)


def _as_text(name: str, table: Mapping[str, Any], found: list[Finding], language: str) -> Iterator[str]:
    from kairyluu.design.published import FINE, finding_in_words, place_in_words

    yield f"{name}: {table.get('title', '')}"
    for one in found:
        told = finding_in_words(one.kind, one.values, language)
        yield f"  {'!' if one.is_fault else '-'} {place_in_words(one.place, language)}: {told}"
    if not found:
        yield f"  {FINE[language]}"
