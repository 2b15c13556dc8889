"""The fields of an operation for people: where each stands, what it may hold, what it means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kairyluu.faces.api.manual.words import in_words

Field = tuple[str, str, bool, str]  # name, where, whether required, meaning
JSON = "application/json"
LIKE = {"date": "2026-03-06", "date-time": "2026-03-06T17:45:00+06:00", "time": "17:45"}
SHOWN = {
    "uuid": "UUID",
    "binary": "a file",
    "integer": "number",
    "boolean": "true or false",
}


def fields_of(whole: dict[str, Any], said: dict[str, Any]) -> list[Field]:
    """`said` is one operation of the document `whole`."""
    named = [one for one in said["parameters"] if "$ref" not in one]
    found = [(one["name"], in_words(one["in"]), one["required"], _meaning(one)) for one in named]
    for media_type, sent in said.get("requestBody", {}).get("content", {}).items():
        where = in_words("body" if media_type == JSON else "form")
        return found + list(_within(whole, sent["schema"], where, ""))
    return found


def _within(whole: dict[str, Any], shape: dict[str, Any], where: str, before: str) -> Iterator[Field]:
    """Two levels deep: `applicant.phone`, `cosigners[].surname`."""
    shape = _resolved(whole, shape)
    required = shape.get("required", [])
    for name, one in shape.get("properties", {}).items():
        yield before + name, where, name in required, _meaning(one)
        inner, mark = (one["items"], "[].") if one.get("type") == "array" else (one, ".")
        inner = next((part for part in inner.get("anyOf", []) if "$ref" in part), inner)
        if "$ref" in inner and not before:
            yield from _within(whole, inner, where, name + mark)


def _meaning(one: dict[str, Any]) -> str:
    """What it means and what it may hold."""
    shape = one.get("schema", one)
    plain = next((part for part in shape.get("anyOf", []) if part.get("type") != "null"), shape)
    said = one.get("description", "")
    limits = [limit for limit in _limits(plain) if limit not in said]
    return "; ".join(part for part in (said.removesuffix(".") if limits else said, *limits) if part)


def _limits(shape: dict[str, Any]) -> Iterator[str]:
    codes = [code for code in shape.get("enum", []) if code]
    if codes:
        yield in_words("one of: %(codes)s") % {"codes": ", ".join(codes)}
    kind = shape.get("format") or shape.get("type", "")
    if kind in LIKE:
        yield in_words("like %(value)s") % {"value": LIKE[kind]}
    if kind in SHOWN:
        yield in_words(SHOWN[kind])
    if "minimum" in shape and "maximum" in shape and shape["maximum"] < 1000:
        yield in_words("%(least)s to %(most)s") % {"least": shape["minimum"], "most": shape["maximum"]}
    if shape.get("default"):
        yield in_words("else %(value)s") % {"value": shape["default"]}


def _resolved(whole: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    resolved: dict[str, Any] = whole["components"]["schemas"][name] if name else shape
    return resolved
