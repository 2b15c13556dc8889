"""What a face hands to the layouts: menu items, crumbs, telephones."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    """One item of a menu or rail; `count` None shows nothing."""

    label: str | Promise
    href: str
    is_current: bool = False
    count: int | None = None
    is_late: bool = False


@dataclass(frozen=True)
class Section:
    """A heading of the officials' rail and its items."""

    label: str | Promise
    items: tuple[Item, ...]
