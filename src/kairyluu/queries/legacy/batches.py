"""What was loaded from registers of earlier years."""

from __future__ import annotations

from kairyluu.data.appeals.models import LegacyBatch


def list_batches() -> list[LegacyBatch]:
    """The newest first, undone ones too."""
    return list(LegacyBatch.objects.select_related("body").order_by("-id"))
