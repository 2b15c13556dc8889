"""Reading a JSON body: its size, its kind, and what no database could keep."""

from __future__ import annotations

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from ninja import Schema
from ninja.parser import Parser
from pydantic import ConfigDict

from kairyluu.faces.api.problems import Trouble

LARGEST = 256 * 1024  # bytes of a JSON body


class Sent(Schema):
    """What somebody sends: only what is named, so that no field slips in."""

    model_config = ConfigDict(extra="forbid")


class JsonBody(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise Trouble("not_json")
        try:
            read = request.body
        except RequestDataTooBig:
            raise Trouble("too_large") from None
        if len(read) > LARGEST:
            raise Trouble("too_large")
        try:
            sent = json.loads(read, parse_constant=_no_number)
            # Halves of characters come through as escapes; NUL cannot be stored.
            whole = json.dumps(sent, ensure_ascii=False)
            whole.encode()
        except (ValueError, RecursionError):
            raise Trouble("unreadable") from None
        if "\\u0000" in whole:
            raise Trouble("unreadable")
        return sent


def _no_number(word: str) -> Any:
    raise ValueError(word)
