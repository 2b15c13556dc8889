"""What the catalogue says of one letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class NoticeKind:
    """`occasion` is the act that causes it; `brings_letter` attaches the body's signed PDF; `is_by_mail_only`
    where a short message would say nothing; `sample` fills the preview and the tests."""

    code: str
    addressee: str
    occasion: str
    brings_letter: bool = False
    is_by_mail_only: bool = False
    sample: dict[str, Any] = field(default_factory=dict)


SAMPLE = {
    "body": "Алай РМА",
    "tracking_number": "26-318-472-905-7",
    "number": "АЛ-2026-00042",
    "received_on": "10.03.2026",
    "registered_on": "11.03.2026",
    "registration_due_on": "11.03.2026",
    "consideration_due_on": "01.04.2026",
    "outgoing_number": "АЛ-Ж-2026-00042",
    "outgoing_on": "27.03.2026",
    "track_url": "https://kairyluu.example/track/",
    "desk_url": "https://kairyluu.example/desk/",
    "site": "https://kairyluu.example",
}
