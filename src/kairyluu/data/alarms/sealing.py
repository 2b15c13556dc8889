"""The words of an alarm that was raised in a confidential call, or on a confidential appeal: they may name who called, so
they lie under the same keys as the applicant, apart from the database (decision record 0017)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db.models import Q

from kairyluu.data.alarms.models import Alarm
from kairyluu.data.appeals.confiding import VEIL, seal


def written_down(words: str, *, sealed: bool) -> dict[str, Any]:
    """The values of the row."""
    if not sealed or not words:
        return {"words": words}
    return {"words": "", "sealed_words": seal().encrypt(words.encode())}


def words_of(alarm: Alarm) -> str:
    """`VEIL` where no key opens them."""
    if alarm.sealed_words is None:
        return alarm.words
    try:
        return seal().decrypt(bytes(alarm.sealed_words)).decode()
    except InvalidToken:
        return VEIL


def seal_words_of(appeal_id: UUID) -> None:
    """The appeal became confidential: what was raised on it, or in its call, before."""
    about = Q(appeal_id=appeal_id) | Q(call__appeal_id=appeal_id)
    _seal(list(Alarm.objects.filter(about).exclude(words="")))


def seal_words_in(call_id: UUID) -> None:
    """The caller asked for it after the alarm had gone out."""
    _seal(list(Alarm.objects.filter(call_id=call_id).exclude(words="")))


def seal_words_again() -> int:
    """Puts them under the first key; says how many. Raises `cryptography.fernet.InvalidToken` where no key opens one."""
    n = 0
    for alarm in Alarm.objects.filter(sealed_words__isnull=False).order_by("pk").iterator(chunk_size=500):
        alarm.sealed_words = seal().rotate(bytes(alarm.sealed_words or b""))
        alarm.save(update_fields=["sealed_words"])
        n += 1
    return n


def _seal(found: list[Alarm]) -> None:
    for alarm in found:
        for name, value in written_down(alarm.words, sealed=True).items():
            setattr(alarm, name, value)
        alarm.save(update_fields=["words", "sealed_words"])
