"""From the faults that the shapes find to faults with a place and a sentence."""

from __future__ import annotations

from typing import Any

from kairyluu.faces.api import sentences
from kairyluu.faces.api.problems import At, Trouble

_MOST = 50


def invalid(*faults: At) -> Trouble:
    return Trouble("invalid", faults=faults[:_MOST])


def from_shapes(errors: list[dict[str, Any]]) -> Trouble:
    """`errors` as pydantic tells them, the first of each place being where the value came from."""
    return invalid(*(At(_place(error["loc"]), _sentence(error)) for error in errors))


def _place(loc: tuple[str | int, ...]) -> str:
    source, *names = loc
    if source != "body":
        return str(names[-1]) if names else str(source)
    return "/" + "/".join(str(name).replace("~", "~0").replace("/", "~1")[:80] for name in names[1:])


def _sentence(error: dict[str, Any]) -> str:
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind == "missing":
        return str(sentences.REQUIRED)
    if kind == "extra_forbidden":
        return str(sentences.NO_SUCH_FIELD)
    if kind in ("string_too_long", "too_long"):
        words = sentences.TOO_LONG if kind == "string_too_long" else sentences.TOO_MANY
        return str(words) % {"n": context.get("max_length", "")}
    if kind == "string_too_short":
        return str(sentences.TOO_SHORT) % {"n": context.get("min_length", "")}
    if kind == "literal_error":
        return str(sentences.ONE_OF) % {"codes": context.get("expected", "")}
    return str(sentences.NOT_FITTING)
