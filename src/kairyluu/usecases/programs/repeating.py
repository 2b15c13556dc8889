"""An appeal that a program sends once more under the key of the first time."""

from __future__ import annotations

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.submit import SubmitAppeal, Submitted, sent_before


def repeat_of(command: SubmitAppeal) -> Submitted | None:
    """What was sent under this key before, whatever lists and limits say by now. Raises AlreadySentDifferently."""
    is_sent = Appeal.objects.filter(submission_key=command.submission_key).exists()
    return sent_before(command) if is_sent else None
