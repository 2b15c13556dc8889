"""Reading the case page as an official does: the page of a person, its forms and what may be done there."""

from __future__ import annotations

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from tests.cast import Member

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def at_desk(member: Member) -> Client:
    client = Client()
    client.force_login(member.account)
    return client


def url(appeal: Appeal, act: str = "") -> str:
    return f"/desk/appeals/{appeal.pk}/{act}"


def text_of(response: HttpResponse) -> str:
    return html.unescape(response.content.decode())


def hidden_fields(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that can be sent to this address, without the token."""
    form = next(found[0] for found in _FORM.finditer(page) if f'action="{action}"' in found[0])
    return {name: value for name, value in _HIDDEN.findall(form) if name != "csrfmiddlewaretoken"}


def do(client: Client, appeal: Appeal, act: str, form_of: str = "", **fields: Any) -> HttpResponse:
    """Opens the case, fills the form of the act (or the one whose other button it is) and sends it."""
    page = client.get(url(appeal)).content.decode()
    hidden = hidden_fields(page, url(appeal, f"{form_of or act}/"))
    return client.post(url(appeal, f"{act}/"), hidden | fields, follow=True)


def offers(page: str, appeal: Appeal, act: str) -> bool:
    """Whether the page has a button or link for the act."""
    return f'action="{url(appeal, act + "/")}"' in page or f'href="{url(appeal, act + "/")}"' in page
