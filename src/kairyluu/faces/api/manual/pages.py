"""The document for machines, and the same as a page for people: made here, with nothing asked from elsewhere."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kairyluu.design.wording import SCOPES
from kairyluu.faces.api.language import KNOWN, language_now
from kairyluu.faces.api.manual.document import METHODS, document, written
from kairyluu.faces.api.manual.fields import fields_of
from kairyluu.faces.api.manual.marks import breakable, marked
from kairyluu.faces.api.manual.words import in_words
from kairyluu.faces.api.sentences import SENTENCES
from kairyluu.rules.exchange.webhooks import EVENTS

JSON = "application/json"
NEW_KEY = "KEY=$(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)\n"
NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


@dataclass(frozen=True)
class Operation:
    """`curl` can be pasted; `fields` are (name, where, whether required, meaning); `shown` is an answer."""

    anchor: str
    method: str
    path: str
    summary: str
    description: str
    fields: list[tuple[str, str, bool, str]]
    curl: str
    shown: str
    statuses: list[str]


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """Packed beforehand for all who take it so."""
    ready = written()
    is_packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(ready.packed if is_packed else ready.plain, content_type="application/json")
    if is_packed:
        response.headers["Content-Encoding"] = "gzip"
    # Weak, as both forms share it.
    response.headers["ETag"] = f"W/{ready.etag}"
    response.headers["Vary"] = "Accept-Encoding"
    return response


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
        "groups": _groups_of(written().etag),
        "refusals": [_refusal(code) for code in SENTENCES],
        "scopes": [(scope, in_words(said)) for scope, said in SCOPES.items()],
        "new_key": NEW_KEY,
        "events": EVENTS,
        "site": whole["servers"][0]["url"],
    }
    return render(request, "api/docs.html", context)


def _refusal(code: str) -> tuple[str, str, dict[str, Any]]:
    said = SENTENCES[code]
    cure = str(said.detail)
    words = {"scope": "…", "why": "…"}
    told = {"status": said.status, "title": said.title, "cure": cure % words if "%(" in cure else cure}
    return code.replace("_", "-"), code, told


@lru_cache(maxsize=6)
def _groups_of(etag: str) -> list[tuple[str, list[Operation]]]:
    """Of the document with this tag, which is the one in force."""
    whole = document()
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
        path=breakable(path),
        summary=said["summary"],
        description=marked(said.get("description", "")),
        fields=[
            (breakable(name), where, is_required, marked(meaning))
            for name, where, is_required, meaning in fields_of(whole, said)
        ],
        curl=_curl(whole, path, method),
        shown=_shown(said),
        statuses=sorted(said["responses"]),
    )


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


def _shown(said: dict[str, Any]) -> str:
    contents = (said["responses"].get(ok, {}).get("content", {}) for ok in ("200", "201"))
    found = next((one[JSON]["example"] for one in contents if "example" in one.get(JSON, {})), None)
    return json.dumps(found, ensure_ascii=False, indent=1) if found else ""


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
