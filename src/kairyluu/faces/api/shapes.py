"""Shapes that several resources share, and which answers an operation gives."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from ninja import Schema

from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.problems import Problem

Language = Literal["ky", "ru", "en"]
Kind = Literal["proposal", "application", "complaint"]
ANY_READ = (400, 422, 429)


class Row(Protocol):
    """A row with a code and its name in three languages."""

    code: Any
    name_ky: Any
    name_ru: Any
    name_en: Any

    def name(self, language: str) -> str: ...


class Names(Schema):
    ky: str
    ru: str
    en: str


class Coded(Schema):
    """A thing with a code that never changes; `name` is in the caller's language."""

    code: str
    name: str


class CodedInAll(Coded):
    names: Names


def coded(row: Row) -> dict[str, str]:
    return {"code": row.code, "name": row.name(language_now())}


def coded_in_all(row: Row) -> dict[str, Any]:
    return coded(row) | {"names": {"ky": row.name_ky, "ru": row.name_ru, "en": row.name_en}}


def answers(shape: Any, *refusals: int, ok: int = 200) -> dict[int, Any]:
    """What an operation may answer: its own shape, and problems."""
    return {ok: shape, **dict.fromkeys(sorted({*ANY_READ, *refusals}), Problem)}
