"""Just enough of JSON Schema to hold a message against `message.schema.json`: a keyword it does not know is an error."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kairyluu.gateways import document_systems

FOLDER = Path(document_systems.__file__).parent
SCHEMA, LATER, INCOMING = (
    json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    for name in ("message", "later", "incoming")
)
SAYS_NOTHING = {"$schema", "title", "description"}
TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def faults_of(message: Any, schema: dict[str, Any] = SCHEMA, where: str = "message") -> list[str]:
    faults = []
    for keyword, wanted in schema.items():
        if keyword in SAYS_NOTHING:
            continue
        faults += [f"{where}: {fault}" for fault in CHECKS[keyword](message, wanted, schema)]
    if isinstance(message, dict):
        for name, part in schema.get("properties", {}).items():
            faults += faults_of(message[name], part, f"{where}.{name}") if name in message else []
    if isinstance(message, list):
        for part in message:
            faults += faults_of(part, schema.get("items", {}), f"{where}[]")
    return faults


def _is(value: Any, name: str) -> bool:
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def _typed(value: Any, wanted: Any, _: Any) -> list[str]:
    names = wanted if isinstance(wanted, list) else [wanted]
    return [] if any(_is(value, name) for name in names) else [f"{value!r} is no {wanted}"]


def _missing(value: Any, wanted: Any, _: Any) -> list[str]:
    return [f"{name} is missing" for name in wanted if name not in value] if isinstance(value, dict) else []


def _strange(value: Any, wanted: Any, schema: Any) -> list[str]:
    if wanted is True:
        return []
    return [f"{name} is strange" for name in value or () if name not in schema["properties"]]


def _fits(value: Any, wanted: Any, _: Any) -> list[str]:
    return [f"{value!r} does not fit"] if isinstance(value, str) and not re.search(wanted, value) else []


CHECKS: dict[str, Any] = {
    "type": _typed,
    "required": _missing,
    "additionalProperties": _strange,
    "pattern": _fits,
    "const": lambda value, wanted, _: [] if value == wanted else [f"{value!r} is not {wanted!r}"],
    "enum": lambda value, wanted, _: [] if value in wanted else [f"{value!r} is none of {wanted}"],
    "minLength": lambda value, wanted, _: [] if len(value) >= wanted else ["too short"],
    "minItems": lambda value, wanted, _: [] if len(value) >= wanted else ["too few"],
    "minimum": lambda value, wanted, _: [] if value is None or value >= wanted else ["too small"],
    "properties": lambda *_: [],
    "items": lambda *_: [],
}
