"""Figures and shares as each language writes them; everything is rounded half up and never adjusted to fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

KY, RU, EN = "ky", "ru", "en"
LANGUAGES = (KY, RU, EN)
NOTHING = "–"
NO_BREAK = "\u00a0"
TENTH = Decimal("0.1")
HUNDRED = Decimal(100)
GREW, FELL, SAME, FROM_NOTHING, UNKNOWN = "grew", "fell", "same", "from_nothing", "unknown"
MANY_TIMES = 2  # from twice as many on a growth is told in times


def half_up(value: Decimal | int, step: Decimal = TENTH) -> Decimal:
    return Decimal(value).quantize(step, ROUND_HALF_UP)


def share(n: int | None, base: int | None) -> Decimal | None:
    """Per cent of `base` to one decimal; None where a figure is hidden or there is nothing to divide."""
    if n is None or not base:
        return None
    return half_up(HUNDRED * n / base)


def misses_hundred(counts: Iterable[int | None], base: int) -> bool:
    """Whether the parts add to the base and yet their rounded shares do not add to 100: only then the reader is told
    that rounding is the reason. Hidden parts: nothing is said, since he cannot add them up."""
    parts = list(counts)
    if not base or any(n is None for n in parts) or sum(n or 0 for n in parts) != base:
        return False
    return sum((share(n, base) or Decimal() for n in parts), Decimal()) != HUNDRED


@dataclass(frozen=True)
class Change:
    """`per_cent` is of the earlier figure; `times` is how many times as many now, only from twice as many on."""

    kind: str
    by: int = 0
    per_cent: Decimal | None = None
    times: Decimal | None = None


def change(now: int | None, before: int | None) -> Change:
    """Against the same period of the previous year; UNKNOWN where one of the two is not there or not shown."""
    if now is None or before is None:
        return Change(UNKNOWN)
    if now == before:
        return Change(SAME)
    if before == 0:
        return Change(FROM_NOTHING, by=now)
    by = abs(now - before)
    times = half_up(Decimal(now) / before) if now >= MANY_TIMES * before else None
    return Change(GREW if now > before else FELL, by, half_up(HUNDRED * by / before), times)


def change_in_words(told: Change, language: str) -> str:
    """«+12,3 %», «−3,1 %», «0»; a dash where the two cannot be set beside one another."""
    if told.kind in (GREW, FELL):
        sign = "+" if told.kind == GREW else "\u2212"
        return sign + per_cent(told.per_cent or Decimal(), language)
    return {SAME: "0", FROM_NOTHING: f"+{figure(told.by, language)}"}.get(told.kind, NOTHING)


def difference(now: Decimal | int, before: Decimal | int, language: str, unit: str = "") -> str:
    """«+0,6 пункт», «−2»: of what is not told in per cent of itself, shares and days."""
    if now == before:
        return "0"
    text = decimal(abs(Decimal(now) - Decimal(before)), language)
    return ("+" if now > before else "\u2212") + text + (f"{NO_BREAK}{unit}" if unit else "")


def figure(n: int, language: str) -> str:
    """1 234 in Kyrgyz and Russian with a space that does not break, 1,234 in English."""
    return f"{n:,}".replace(",", "," if language == EN else NO_BREAK)


def decimal(value: Decimal, language: str, *, trim: bool = False) -> str:
    """12,3 or 12.3; `trim` leaves a zero after the comma away: «в 2 раза»."""
    text = f"{value:f}"
    if trim and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if language == EN else text.replace(".", ",")


def plain_decimal(value: Decimal, language: str) -> str:
    """Without noughts at its end: 95,5 and 100."""
    return decimal(Decimal(f"{value:f}"), language, trim=True)


def per_cent(value: Decimal, language: str) -> str:
    return with_sign(decimal(value, language), language)


def with_sign(written: str, language: str) -> str:
    """Of per cent: behind a space that does not break, but for English."""
    return written + ("" if language == EN else NO_BREAK) + "%"
