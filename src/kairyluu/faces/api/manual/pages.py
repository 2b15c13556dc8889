"""The document for machines, and the same as a page for people: made here, with nothing asked from elsewhere."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kairyluu.faces.api.language import KNOWN, language_now
from kairyluu.faces.api.manual.document import METHODS, document
from kairyluu.faces.api.sentences import SENTENCES
from kairyluu.rules.exchange.webhooks import EVENTS

NEW_KEY = "KEY=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)\n"
NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


@dataclass(frozen=True)
class Operation:
    """`curl` can be pasted; `fields` are (name, where, whether required, meaning)."""

    anchor: str
    method: str
    path: str
    summary: str
    description: str
    fields: list[tuple[str, str, bool, str]]
    curl: str
    statuses: list[str]


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    body = json.dumps(document(), ensure_ascii=False, indent=1)
    return HttpResponse(body, content_type="application/json")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Who asks the API itself gets its page."""
    return redirect("api:docs")


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    whole = document()
    context = {
        "language": language_now(),
        "languages": [
            {
                "code": code,
                "name": NAMES[code],
                "href": f"?language={code}",
                "is_current": code == language_now(),
            }
            for code in KNOWN
        ],
        "groups": _groups(whole),
        "refusals": [(code.replace("_", "-"), code, said) for code, said in SENTENCES.items()],
        "events": EVENTS,
        "site": whole["servers"][0]["url"],
    }
    return render(request, "api/docs.html", context)


def _groups(whole: dict[str, Any]) -> list[tuple[str, list[Operation]]]:
    found: dict[str, list[Operation]] = {tag["name"]: [] for tag in whole["tags"]}
    for path, methods in whole["paths"].items():
        for method in METHODS:
            if method in methods:
                found[methods[method]["tags"][0]].append(_operation(whole, path, method))
    return list(found.items())


def _operation(whole: dict[str, Any], path: str, method: str) -> Operation:
    said = whole["paths"][path][method]
    return Operation(
        anchor=f"op-{said['operationId'].replace('_', '-')}",
        method=method.upper(),
        path=path,
        summary=said["summary"],
        description=" ".join(said.get("description", "").split()),
        fields=[*_parameters(said), *_fields(whole, said)],
        curl=_curl(whole, path, method),
        statuses=sorted(said["responses"]),
    )


def _parameters(said: dict[str, Any]) -> list[tuple[str, str, bool, str]]:
    return [
        (one["name"], one["in"], one["required"], one.get("description", ""))
        for one in said["parameters"]
        if "$ref" not in one
    ]


def _fields(whole: dict[str, Any], said: dict[str, Any]) -> list[tuple[str, str, bool, str]]:
    """Of the body sent, one level deep."""
    content = said.get("requestBody", {}).get("content", {})
    for media_type, sent in content.items():
        shape = _resolved(whole, sent["schema"])
        required = shape.get("required", [])
        where = "body" if media_type == "application/json" else "form"
        return [
            (name, where, name in required, one.get("description", ""))
            for name, one in shape.get("properties", {}).items()
        ]
    return []


def _resolved(whole: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    resolved: dict[str, Any] = whole["components"]["schemas"][name] if name else shape
    return resolved


def _curl(whole: dict[str, Any], path: str, method: str) -> str:
    said = whole["paths"][path][method]
    query = {}
    for one in said["parameters"]:
        if one.get("in") == "path":
            value = quote(str(one["example"])) if "example" in one else f"${one['name'].upper()}"
            path = path.replace("{" + one["name"] + "}", value)
        if one.get("in") == "query" and "example" in one:
            query[one["name"]] = one["example"]
    address = whole["servers"][0]["url"] + path + (f"?{urlencode(query)}" if query else "")
    has_key = any(one.get("name") == "Idempotency-Key" for one in said["parameters"])
    begins = NEW_KEY if has_key else ""
    parts = [f"{begins}curl -sS" + ("" if method == "get" else f" -X {method.upper()}"), f'"{address}"']
    if said.get("security") and {} not in said["security"]:
        parts.append('-H "Authorization: Bearer $TOKEN"')
    if has_key:
        parts.append('-H "Idempotency-Key: $KEY"')
    return " \\\n  ".join([*parts, *_sent(said)])


def _sent(said: dict[str, Any]) -> list[str]:
    content = said.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content:
        return ["-F file=@paper.pdf"]
    if "application/x-www-form-urlencoded" in content:
        return ["-d grant_type=client_credentials", '-u "$CLIENT_ID:$CLIENT_SECRET"']
    if "application/json" not in content:
        return []
    body = json.dumps(content["application/json"].get("example", {}), ensure_ascii=False, indent=1)
    return ["-H 'Content-Type: application/json'", f"--data-binary {shlex.quote(body)}"]
