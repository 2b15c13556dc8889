"""What an appeal keeps of its receipt: both times, the day it must be registered on, and why."""

from __future__ import annotations

from typing import Any

from kairyluu.rules.deadlines import Deadline
from kairyluu.rules.office_hours import Receipt


def receipt_values(receipt: Receipt, due: Deadline) -> dict[str, Any]:
    """Columns of a new appeal. `counted_received_at` stays empty where receipt counts at once."""
    values: dict[str, Any] = {
        "received_at": receipt.received_at,
        "due_on": due.due_on,
        "registration_due_on": due.due_on,
        "deadline_reasons": {"registration": due.to_json()},
    }
    if receipt.why:
        values["counted_received_at"] = receipt.counted_at
        values["deadline_reasons"]["receipt"] = {
            "received_at": receipt.received_at.isoformat(),
            "counted_at": receipt.counted_at.isoformat(),
            "why": receipt.why,
        }
    return values
