"""The portal's main menu, and the telephones of technical support that stand on every page (Resolution No. 463)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Item:
    """`url` is the name of an address, `key` what a page calls itself to light its item."""

    key: str
    url: str
    label: str | Promise


ITEMS = (
    Item("submit", "portal:submit", _("Send an appeal")),
    Item("track", "portal:track", _("Track an appeal")),
    Item("heads", "portal:heads", _("Heads of bodies")),
    Item("statistics", "portal:statistics", _("Statistics")),
    Item("help", "portal:help", _("Help")),
    Item("cabinet", "cabinet:home", _("My cabinet")),
)


@dataclass(frozen=True)
class Link:
    label: str | Promise
    href: str
    is_current: bool = False


def items(current: str) -> list[Link]:
    """The menu with the page's own item lit."""
    return [
        Link(item.label, href, item.key == current)
        for item in ITEMS
        if (href := _address(item.url)) is not None
    ]


def support_phones(shown: str, dialled: str) -> list[Link]:
    """Both settings hold several numbers separated by `|`, in the same order."""
    pairs = zip(shown.split("|"), dialled.split("|"), strict=False)
    return [Link(words, f"tel:{number}") for words, number in pairs if words]


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:  # a face that is not installed here
        return None
