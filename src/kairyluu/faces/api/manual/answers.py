"""What every answer carries besides its content: counts, tags, and when to come again."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from kairyluu.faces.api.keys import HEADER, REPLAYED
from kairyluu.faces.api.problems import MEDIA_TYPE
from kairyluu.faces.api.sentences import SENTENCES

COUNTED = ("RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
ETAG, RETRY = "ETag", "Retry-After"
_TOLD: dict[str, tuple[str, str, bool]] = {
    "RateLimit": ("string", 'requests left and seconds until all are back: "address";r=599;t=42', True),
    "RateLimit-Policy": (
        "string",
        'what is counted, how many in how many seconds: "address";q=600;w=60',
        True,
    ),
    "RateLimit-Limit": ("integer", "requests allowed in the window", True),
    "RateLimit-Remaining": ("integer", "requests left in the window", True),
    "RateLimit-Reset": ("integer", "seconds until the window begins anew", True),
    ETAG: ("string", "send it as If-None-Match: what did not change is answered by 304", True),
    RETRY: ("integer", "seconds to wait", True),
    REPLAYED: ("string", "true where the key was answered before", False),
}
HEADERS: dict[str, Any] = {
    name: {"description": said, "required": is_required, "schema": {"type": kind}}
    for name, (kind, said, is_required) in _TOLD.items()
}
IF_NONE_MATCH: dict[str, Any] = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "pattern": '^(W/)?"[0-9a-f]{32}"$'},
    "description": "The ETag of the answer you have.",
}


def finish_answers(operation: dict[str, Any], *, is_read: bool) -> None:
    """`is_read`: asked by GET. A file is streamed and has no tag."""
    responses = operation["responses"]
    for status, answer in responses.items():
        content = answer.get("content", {})
        if _is_problem(content):
            content[MEDIA_TYPE] = content.pop("application/json")
            content[MEDIA_TYPE]["example"] = _problem(int(status))
        answer["headers"] = _refer(*COUNTED)
        if status in ("429", "503"):
            answer["headers"] |= _refer(RETRY)
    if is_read and "application/json" in responses.get("200", {}).get("content", {}):
        responses["200"]["headers"] |= _refer(ETAG)
        responses["304"] = {"description": "Not Modified", "headers": _refer(*COUNTED, ETAG)}
        responses["412"] = {
            "description": "Precondition Failed",
            "content": {
                MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": _problem(412)}
            },
            "headers": _refer(*COUNTED),
        }
        operation["parameters"].append({"$ref": "#/components/parameters/If-None-Match"})
    if any(one.get("name") == HEADER for one in operation["parameters"]):
        responses["201"]["headers"] |= _refer(REPLAYED)
    for status, answer in responses.items():
        content = answer.get("content", {}).get("application/json")
        name = operation["operationId"] + (f"-{status}" if int(status) >= 400 else "")
        if content is not None and name in shown_answers():
            content["example"] = shown_answers()[name]


@lru_cache(maxsize=1)
def shown_answers() -> dict[str, Any]:
    """By operation, and status where it is a refusal; as a demonstration answered them, shortened."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("answers.json").read_bytes())
    return found


def _refer(*names: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _is_problem(content: dict[str, Any]) -> bool:
    schema = content.get("application/json", {}).get("schema", {})
    return str(schema.get("$ref", "")).endswith("/Problem")


def _problem(status: int) -> dict[str, Any]:
    """The first of this status, in the language in force."""
    code, said = next((code, one) for code, one in SENTENCES.items() if one.status == status)
    detail = str(said.detail)
    faults = [{"pointer": "limit", "detail": "…"}] if code == "invalid" else []
    return {
        "type": f"/api/v1/docs#{code.replace('_', '-')}",
        "title": str(said.title),
        "status": status,
        "detail": detail % {"scope": "cases.read", "why": "…"} if "%(" in detail else detail,
        "code": code,
        "instance": "/api/v1/…",
        "errors": faults,
    }
