"""The version for the visually impaired: four choices in a cookie, drawn as ticked radios that the stylesheet reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

COOKIE = "appearance"


@dataclass(frozen=True)
class Choice:
    name: str
    legend: str | Promise
    options: tuple[tuple[str, str | Promise], ...]


CHOICES = (
    Choice(
        "size",
        _("Letters"),
        (("1", _("Usual")), ("2", pgettext_lazy("letters", "Large")), ("3", _("Very large"))),
    ),
    Choice("space", _("Spacing"), (("1", _("Usual")), ("2", _("Wide")))),
    Choice(
        "tone",
        _("Colours"),
        (
            ("0", _("Usual")),
            ("white", _("Black on white")),
            ("black", _("White on black")),
            ("blue", _("Blue")),
        ),
    ),
    Choice("images", _("Pictures"), (("1", _("Shown")), ("0", _("Hidden")))),
)


def cleaned(given: Mapping[str, str]) -> dict[str, str]:
    """Only known names and values, the first option where nothing valid is given."""
    return {
        choice.name: given.get(choice.name, "")
        if given.get(choice.name, "") in dict(choice.options)
        else choice.options[0][0]
        for choice in CHOICES
    }


def to_cookie(chosen: Mapping[str, str]) -> str:
    return "-".join(f"{name}.{value}" for name, value in cleaned(chosen).items())


def from_cookie(cookie: str) -> dict[str, str]:
    pairs = (part.partition(".") for part in cookie.split("-"))
    return cleaned({name: value for name, _, value in pairs})


def panel(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the panel's choices with the ticked option of each."""
    chosen = from_cookie(request.COOKIES.get(COOKIE, ""))
    return {
        "appearance": [
            {
                "name": choice.name,
                "legend": choice.legend,
                "options": [(value, label, chosen[choice.name] == value) for value, label in choice.options],
            }
            for choice in CHOICES
        ]
    }
