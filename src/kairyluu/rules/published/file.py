"""A file of published tables: read as JSON and taken for what it is, or said why it is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kairyluu.rules.published.checking import Finding, check_table
from kairyluu.rules.refusals import Refused

LARGEST = 5_000_000  # bytes
MOST_TABLES = 200
Tables = dict[str, Mapping[str, Any]]


class NotPublished(Refused):
    """Facts: reason (empty, too_big, not_json, no_object, no_tables, too_many, no_such_table, wrong_shape), and by reason `line`
    and `column`, `table` and `known`, `what`."""


def tables_of(content: bytes, wanted: str = "") -> Tables:
    """By name; a single table is called `table`. Raises `NotPublished`."""
    if not content.strip():
        raise NotPublished({"reason": "empty"})
    if len(content) > LARGEST:
        raise NotPublished({"reason": "too_big", "most": LARGEST // 1_000_000})
    read = _read(content)
    if not isinstance(read, dict):
        raise NotPublished({"reason": "no_object"})
    tables = read.get("tables", {"table": read})
    if not isinstance(tables, dict) or not tables:
        raise NotPublished({"reason": "no_tables"})
    if len(tables) > MOST_TABLES:
        raise NotPublished({"reason": "too_many", "most": MOST_TABLES})
    if wanted and wanted not in tables:
        raise NotPublished(
            {"reason": "no_such_table", "table": wanted[:40], "known": ", ".join(tables)[:400]}
        )
    return {name: tables[name] for name in tables if wanted in ("", name)}


def check_tables(tables: Tables) -> dict[str, list[Finding]]:
    """What does not come out, by table. Raises `NotPublished` for one that has another shape."""
    return {name: _checked(name, table) for name, table in tables.items()}


def _checked(name: str, table: Mapping[str, Any]) -> list[Finding]:
    facts: dict[str, Any] = {"reason": "wrong_shape", "table": name[:40]}
    if not isinstance(table, dict):
        raise NotPublished(facts | {"what": "{}"})
    if not {"rows", "periods"} & table.keys():
        raise NotPublished(facts | {"what": "rows"})
    try:
        return check_table(table)
    except KeyError as error:
        raise NotPublished(facts | {"what": str(error.args[0])[:80]}) from error
    except (ValueError, TypeError, AttributeError, ArithmeticError, IndexError) as error:
        raise NotPublished(facts | {"what": str(error)[:80] or type(error).__name__}) from error


def _read(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise NotPublished({"reason": "not_json", "line": error.lineno, "column": error.colno}) from error
    except (ValueError, RecursionError) as error:
        raise NotPublished({"reason": "not_json", "line": 1, "column": 1}) from error


def _no_number(word: str) -> Any:
    raise ValueError(word)
