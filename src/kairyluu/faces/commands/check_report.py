"""Read a published table and say what in it does not come out.

Example:
  kairyluu check-report reports.json
  kairyluu check-report reports.json --table T1 --json
The file is one table, or several under "tables": rows with count and percent, a total, the previous period, periods with
calls; all its figures are recomputed, shares rounded half up. Exit code 1: something does not come out; 2: the file cannot
be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kairyluu.rules.published.checking import Finding

HOW = {"cut": "cut off instead of rounded", "raised": "rounded up", "off": "not the rounded figure"}
UNREADABLE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the table as JSON")
    parser.add_argument("--table", default="", metavar="NAME", help="only this one of several tables")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    from kairyluu.rules.published.checking import check_table

    try:
        tables = _tables(args.file, args.table)
        found = {name: check_table(table) for name, table in tables.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"{args.file} cannot be read as a published table: {error!r}", file=sys.stderr)
        return UNREADABLE
    if args.json:
        print(
            json.dumps({name: _as_json(some) for name, some in found.items()}, ensure_ascii=False, indent=2)
        )
    else:
        print("\n".join(line for name in found for line in _as_text(name, tables[name], found[name])))
    return int(any(finding.is_fault for some in found.values() for finding in some))


def _tables(file: Path, wanted: str) -> dict[str, Any]:
    """Raises OSError, ValueError for what is no JSON object, KeyError for a table that is not there."""
    read = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(read, dict):
        raise ValueError("an object is expected")
    tables = read.get("tables", {"table": read})
    return {wanted: tables[wanted]} if wanted else tables


def _as_json(found: list[Finding]) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind, "is_fault": one.is_fault, "place": one.place}
        | {name: _plain(value) for name, value in one.values.items()}
        for one in found
    ]


def _plain(value: Any) -> Any:
    return value if isinstance(value, (int, str, list, dict)) else float(value)


def _as_text(name: str, table: Any, found: list[Finding]) -> Iterator[str]:
    yield f"{name}: {table.get('title', '')}"
    yield from (f"  {'!' if one.is_fault else '-'} {one.place}: {_sentence(one)}" for one in found)
    if not found:
        yield "  everything comes out"


def _sentence(one: Finding) -> str:
    values: dict[str, Any] = {
        name: ", ".join(map(str, value)) if isinstance(value, list) else value
        for name, value in one.values.items()
    }
    text = SENTENCES[one.kind].format(**values, how=HOW.get(values.get("nature", ""), ""))
    if "elsewhere" in values:
        text += ELSEWHERE.format(n=sum(values["elsewhere"].values()), left=values["left"])
    return text + FITS.format(**values) if values.get("nature") == "off" and "fits" in values else text


SENTENCES = {
    "sum": "the lines add to {sum}, the total says {total}: {gap} are in no line",
    "over": "the lines add to {sum}, more than the total {total}",
    "unlisted": "not every line is listed: {gap} of {total} are in none",
    "percent": "{line}: {published} % is printed, {recomputed} % comes out ({how})",
    "base": "{lines}: the shares stand on another base than the total {total}; they fit {from}–{to}",
    "adjusted": "the printed shares add to {printed} %, the rounded ones to {recomputed} %: they were made to fit",
    "pace": "{published} is printed, {recomputed} comes out for {units} ({how})",
    "change": "a change of {published} % is printed, {recomputed} % comes out",
    "definition": "the meaning of the lines changed, the periods cannot be compared: {meanings}",
    "missing": "{line}: no share is printed; it would be {recomputed} %",
}
ELSEWHERE = "; of these {n} are in another breakdown, {left} in none"
FITS = "; it would fit {fits}"
