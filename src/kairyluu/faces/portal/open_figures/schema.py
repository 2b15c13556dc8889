"""What the JSON of a published table looks like: JSON Schema at an address that does not change."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_NUMBER = {
    "description": "null: there is nothing to take a share or the middle of; hidden: so small that somebody could be recognised, or it would betray such a number",
    "oneOf": [{"type": "number"}, {"type": "null"}, {"const": "hidden"}],
}


def _object(**parts: Any) -> dict[str, Any]:
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}


_PERIOD = _object(code=_TEXT, first=_DAY, last=_DAY)
_VALUES = {
    "type": "object",
    "description": "by the code of the figure",
    "additionalProperties": _object(now=_NUMBER, before=_NUMBER, change_per_cent=_NUMBER),
}
_FIGURE = _object(
    code=_TEXT,
    version={"type": "integer", "description": "goes up when the meaning changes"},
    unit={"enum": ["count", "share", "days", "score"]},
    name=_TEXT,
    base={"type": "string", "description": "what a share is a share of"},
    formula=_TEXT,
)


def schema(address: str) -> dict[str, Any]:
    """`address` is where it stands."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "A published table of the statistics of appeals",
        **_object(
            schema={"type": "string", "format": "uri"},
            licence=_object(name=_TEXT, address={"type": "string", "format": "uri"}),
            table=_TEXT,
            inside={"type": "string", "description": "code of the oblast whose districts are the lines"},
            language={"enum": ["ky", "ru", "en"]},
            title=_TEXT,
            period=_PERIOD,
            before=_PERIOD,
            counted_at={"type": "string", "format": "date-time"},
            hidden_below={"type": "integer"},
            figures={"type": "array", "items": _FIGURE},
            lines={"type": "array", "items": _object(key=_TEXT, name=_TEXT, values=_VALUES)},
            total=_VALUES,
        ),
    }
