"""The portal's main menu, and the telephones of technical support that stand on every page (Resolution No. 463)."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.design.nav import Item


@dataclass(frozen=True)
class Entry:
    """`url` is the name of an address, `key` what a page calls itself to light its item."""

    key: str
    url: str
    label: str | Promise


MENU = (
    Entry("submit", "portal:submit", _("Send an appeal")),
    Entry("track", "portal:track", _("Track an appeal")),
    Entry("heads", "portal:heads", _("Heads of bodies")),
    Entry("statistics", "portal:statistics", _("Statistics")),
    Entry("help", "portal:help", _("Help")),
    Entry("cabinet", "cabinet:home", _("My cabinet")),
)


def menu(current: str) -> list[Item]:
    """The menu with the page's own item lit."""
    return [
        Item(entry.label, href, entry.key == current)
        for entry in MENU
        if (href := _address(entry.url)) is not None
    ]


def support_phones(shown: str, dialled: str) -> list[Item]:
    """Both settings hold several numbers separated by `|`, in the same order."""
    pairs = zip(shown.split("|"), dialled.split("|"), strict=False)
    return [Item(words, f"tel:{number}") for words, number in pairs if words]


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:  # a face that is not installed here
        return None
