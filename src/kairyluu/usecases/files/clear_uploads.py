"""Files uploaded to forms that were never sent are removed after a while; nothing sent is ever touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.appeals.models import Attachment, Draft
from kairyluu.gateways import files
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

KEPT_FOR = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class ClearUploads:
    at_most: int = 1000


@act
def clear_uploads(command: ClearUploads, *, actor: Actor, now: datetime) -> int:
    """How many rows went. Files of kept drafts stay; content that another row names stays."""
    drafts = Draft.objects.values("submission_key")
    old = Attachment.objects.filter(appeal__isnull=True, uploaded_at__lt=now - KEPT_FOR)
    rows = list(old.exclude(submission_key__in=drafts).order_by("uploaded_at", "pk")[: command.at_most])
    Attachment.objects.filter(pk__in=[row.pk for row in rows], appeal__isnull=True).delete()
    for sha256 in {row.sha256 for row in rows}:
        if not Attachment.objects.filter(sha256=sha256).exists():
            files.discard(sha256, older_than=KEPT_FOR.total_seconds())
    return len(rows)
