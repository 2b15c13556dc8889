"""What makes sending twice one appeal: the unique submission key, and a new tracking number where two met."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError

R = TypeVar("R")
TRIES = 3


def once(send: Callable[[], R], sent_before: Callable[[], R]) -> R:
    """Runs `send`; where the submission key was used already, tells what was sent before instead."""
    for _ in range(TRIES):
        try:
            return send()
        except IntegrityError as clash:
            if "submission_key" in str(clash):
                return sent_before()
            if "tracking_number" not in str(clash):
                raise
    raise RuntimeError(f"no free tracking number was found in {TRIES} tries")
