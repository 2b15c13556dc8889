"""What was noted about an appeal, the newest first."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.appeals.models import Finding


def list_findings(appeal_id: UUID) -> list[Finding]:
    found = Finding.objects.filter(appeal_id=appeal_id).order_by("-noted_at", "-id")
    return list(found.select_related("kind", "measure", "target__official", "target__body"))
