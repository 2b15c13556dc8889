"""The OpenAPI document: what the routers know, with problems, languages, headers and examples said as they are."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.http import quote_etag

from kairyluu.faces.api.language import KNOWN, language_now
from kairyluu.faces.api.manual import examples, security
from kairyluu.faces.api.manual.answers import HEADERS, IF_NONE_MATCH, finish_answers
from kairyluu.faces.api.manual.words import in_words, tell
from kairyluu.faces.api.v1.door import api
from kairyluu.queries.content import NoSuchPage, find_content
from kairyluu.queries.directory import Directory, directory

PREFIX = "/api/v1"
ABOUT = (
    "Appeals of citizens of the Kyrgyz Republic: reading the directory, counting terms, sending and following an "
    "appeal; and, with a token, the case work of a body. Errors are problem details (RFC 9457)."
)
LANGUAGE = {
    "name": "language",
    "in": "query",
    "required": False,
    "schema": {"type": "string", "enum": list(KNOWN)},
    "description": "Language of names and sentences; else Accept-Language, else Kyrgyz.",
}
METHODS = ("get", "post", "put", "patch", "delete")


_making = threading.Lock()  # of several who ask a fresh process, one makes it and the others wait


@dataclass(frozen=True)
class Written:
    plain: bytes
    packed: bytes
    etag: str


def document() -> dict[str, Any]:
    """With examples of this installation, in the language in force; the caller must not change it."""
    return _document(*_edition())


def written() -> Written:
    """The same as it is sent: made once for each edition and language."""
    with _making:
        return _written(*_edition())


def _edition() -> tuple[tuple[int, str], str, str, str]:
    return directory().edition, settings.BASE_URL, _instruction(), language_now()


@lru_cache(maxsize=6)
def _written(*edition: Any) -> Written:
    plain = json.dumps(_document(*edition), ensure_ascii=False, indent=1).encode()
    # Without the moment, so that every process says the same.
    return Written(plain, gzip.compress(plain, mtime=0), quote_etag(hashlib.sha256(plain).hexdigest()[:32]))


@lru_cache(maxsize=6)
def _document(edition: tuple[int, str], site: str, instruction: str, language: str) -> dict[str, Any]:
    """`language` is that in force: of each one copy is kept."""
    plain = json.loads(_plain())
    plain["info"]["description"] = ABOUT
    plain["servers"] = [{"url": site.rstrip("/") or "/"}]
    plain["components"]["parameters"] = {"language": LANGUAGE, "If-None-Match": IF_NONE_MATCH}
    plain["components"]["securitySchemes"] = security.schemes(site.rstrip("/"))
    plain["components"]["headers"] = HEADERS
    for path in plain["paths"].values():
        for method in METHODS:
            if method in path:
                _finish(path[method], is_read=method == "get")
    plain["tags"] = [{"name": name} for name in _tags(plain)]
    filled = json.dumps(plain, ensure_ascii=False)
    for place, value in (_own(directory(), instruction) | {examples.SITE: site.rstrip("/")}).items():
        filled = filled.replace(place, value)
    finished: dict[str, Any] = json.loads(filled)
    tell(finished)
    return finished


@lru_cache(maxsize=1)
def _plain() -> str:
    """What the routers know: a quarter of a second of work, the same in every language and edition."""
    return json.dumps(api.get_openapi_schema(path_prefix=f"{PREFIX}/"))


def _finish(operation: dict[str, Any], *, is_read: bool) -> None:
    name = operation["operationId"]
    if "description" in operation:
        operation["description"] = " ".join(operation["description"].split())
    operation["tags"] = [in_words(tag) for tag in operation["tags"]]
    security.secured(operation)
    given = examples.QUERIES.get(name, {}) | examples.PATHS.get(name, {})
    for parameter in operation["parameters"]:
        if parameter["in"] == "path" and parameter["name"] in examples.PLACES:
            parameter["description"] = examples.PLACES[parameter["name"]]
        if parameter["name"] in given:
            parameter["example"] = given[parameter["name"]]
    operation["parameters"].append({"$ref": "#/components/parameters/language"})
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if sent and name in examples.BODIES:
        sent["example"] = examples.BODIES[name]
    finish_answers(operation, is_read=is_read)


def _tags(plain: dict[str, Any]) -> list[str]:
    found = (
        tag
        for path in plain["paths"].values()
        for method in METHODS
        for tag in path.get(method, {}).get("tags", [])
    )
    return list(dict.fromkeys(found))


def _instruction() -> str:
    try:
        return find_content("instruction", "ky", timezone.localdate(timezone.now())).version[:20]
    except NoSuchPage:
        return ""


def _own(known: Directory, instruction: str) -> dict[str, str]:
    """Codes and versions hold no quotes, so they may stand where the places stood."""
    is_open = (code for code, body in sorted(known.bodies.items()) if body.is_open and body.territory)
    body = next(is_open, "")
    territory = known.bodies[body].territory if body else None
    official = next((t.official.code for t in known.tenures if t.post.body.code == body), "")
    return {
        examples.BODY: body,
        examples.TERRITORY: territory.code if territory else "",
        examples.INSTRUCTION: instruction,
        examples.OFFICIAL: official,
    }
