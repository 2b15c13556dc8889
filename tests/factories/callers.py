"""A program that asks the API: no cookies kept for it, tokens against forged forms demanded."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client


class Program:
    """Speaks JSON; `told` is what the last answer said."""

    def __init__(self, **headers: str) -> None:
        self.client = Client(enforce_csrf_checks=True, headers=headers)

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.client.get(f"/api/v1/{path}", headers=headers)

    def send(self, path: str, sent: Any, method: str = "post", **headers: str) -> HttpResponse:
        body = sent if isinstance(sent, bytes) else json.dumps(sent)
        act = getattr(self.client, method)
        return act(f"/api/v1/{path}", body, content_type="application/json", headers=headers)
