"""The letter of an answer or refusal: made once, at sending, and filed with the appeal for ever."""

from __future__ import annotations

import secrets
from datetime import datetime

from kairyluu.data.appeals.models import Appeal, Attachment

# Without letters and digits that look alike: people type it from paper.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_verification_code() -> str:
    """Printed on the letter; whoever has it may ask whether the body issued such a letter. About 79 random bits."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def file_letter(appeal: Appeal, *, now: datetime) -> Attachment:
    raise NotImplementedError
