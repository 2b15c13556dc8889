"""A citizen's browser, as little of it as the bench needs: cookies, a kept connection, form posts."""

from __future__ import annotations

import http.client
import re
import uuid
from typing import Any
from urllib.parse import urlencode

HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
WORDS = (
    "Айылда үч жумадан бери таза суу жок. Насос иштебей калды, эл арыктын суусун ичүүдө. Айыл өкмөтүнө эки жолу "
    "кайрылдык, жооп болгон жок. Насосту оңдоп, суу берүүнү калыбына келтирүүңүздөрдү суранам. "
)


class Visitor:
    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}

    def close(self) -> None:
        self.connection.close()

    def ask(
        self,
        method: str,
        path: str,
        fields: dict[str, Any] | None = None,
        more: dict[str, str] | None = None,
    ) -> tuple[int, str, bytes]:
        """Status, Location, body; `more` are headers."""
        headers = (more or {}) | {
            "Host": "localhost",
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
        }
        body = urlencode(fields, doseq=True) if fields is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, answer.getheader("Location") or "", content

    def token(self, path: str) -> str:
        found = HIDDEN.search(self.ask("GET", path)[2].decode())
        assert found, f"no form at {path}"
        return found[1]

    def read_instruction(self) -> str:
        """Acknowledges the instruction; the token of the form for all later posts."""
        self.ask("POST", "/instruction/", {"csrfmiddlewaretoken": self.token("/submit/"), "agree": "on"})
        return self.token("/submit/")

    def sign_in(self, email: str, password: str) -> None:
        token = self.token("/account/login/")
        fields = {"csrfmiddlewaretoken": token, "login": email, "password": password}
        status, where, content = self.ask("POST", "/account/login/", fields)
        assert status == 302, (status, where, content[:500])

    def send(self, token: str, body: str, key: uuid.UUID | None = None) -> tuple[int, str]:
        """One complete submission; status and where it leads."""
        fields = submission(body, key or uuid.uuid4()) | {"csrfmiddlewaretoken": token}
        status, where, _ = self.ask("POST", "/submit/send/", fields)
        return status, where


def submission(body: str, key: uuid.UUID) -> dict[str, str]:
    return {
        "submission_key": str(key),
        "body": body,
        "kind": "application",
        "subject": "Айылда таза суу жок",
        "text": WORDS * 4,
        "who": "person",
        "surname": "Үлгүбаева",
        "given_name": "Айгүл",
        "patronymic": "Токтосуновна",
        "territory": "kg-o-alai",
        "address": "Гүлчө айылы, Манас көчөсү, 5",
        "phone": "0700 12 34 56",
        "email": "aigul@example.invalid",
        "reply_language": "ky",
        "agree": "on",
    }
