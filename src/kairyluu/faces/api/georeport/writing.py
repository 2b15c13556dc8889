"""Answers and errors of GeoReport v2, as JSON or as XML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

from django.http import HttpResponse

Plain = Any
# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Lists and what one thing in them is called.
ONE_OF = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
}


@dataclass
class Wrong(Exception):
    """`faults` are sentences; each is told with the status as its code, which GeoReport wants."""

    status: int
    faults: tuple[str, ...]


def answer(root: str, told: Plain, form: str, status: int = 200) -> HttpResponse:
    """`root` names the list or the thing in XML; JSON has no root."""
    if form == "xml":
        written = Xml.tostring(_element(root, told), encoding="utf-8", xml_declaration=True)
        kind = "text/xml; charset=utf-8"
    else:
        written = json.dumps(told, ensure_ascii=False).encode(errors="replace")
        kind = "application/json; charset=utf-8"
    response = HttpResponse(written, content_type=kind, status=status)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def failed(wrong: Wrong, form: str) -> HttpResponse:
    told = [{"code": wrong.status, "description": one} for one in wrong.faults]
    response = answer("errors", told, form, wrong.status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _element(name: str, told: Plain) -> Xml.Element:
    made = Xml.Element(name)
    if isinstance(told, Mapping):
        made.extend(_element(key, value) for key, value in told.items())
    elif isinstance(told, Sequence) and not isinstance(told, str):
        made.extend(_element(ONE_OF.get(name, "item"), one) for one in told)
    elif told is not None:
        made.text = _UNWRITABLE.sub("", str(told).lower() if isinstance(told, bool) else str(told))
    return made
