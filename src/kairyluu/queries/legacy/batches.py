"""What was loaded from registers of earlier years, and what was brought to be loaded."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.appeals.models import LegacyBatch, LegacyRefusal, LegacyRow, LegacyUpload

MOST = 100


def list_batches(body_id: int | None = None) -> list[LegacyBatch]:
    """The newest first, undone ones too."""
    batches = LegacyBatch.objects.select_related("body").order_by("-id")
    return list(batches if body_id is None else batches.filter(body_id=body_id)[:MOST])


def list_uploads(body_id: int) -> list[LegacyUpload]:
    """Those that are no batch yet, the newest first."""
    return list(LegacyUpload.objects.filter(body_id=body_id, batch=None)[:MOST])


def find_upload(body_id: int, upload_id: UUID) -> LegacyUpload | None:
    found = LegacyUpload.objects.select_related("batch", "account")
    return found.filter(body_id=body_id, pk=upload_id).first()


def find_batch(body_id: int, batch_id: int) -> LegacyBatch | None:
    return LegacyBatch.objects.filter(body_id=body_id, pk=batch_id).first()


def list_refusals(batch: LegacyBatch) -> list[LegacyRefusal]:
    return list(batch.refusals.order_by("line"))


def row_of(appeal_id: UUID) -> LegacyRow | None:
    """The mark of an appeal that came from an earlier register, with its batch."""
    return LegacyRow.objects.select_related("batch").filter(pk=appeal_id).first()
