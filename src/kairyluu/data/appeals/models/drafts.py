"""What a citizen began to write in the cabinet and keeps for later."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """`fields` are the form's values as typed; `submission_key` also binds the draft's files."""

    submission_key = models.UUIDField(unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts")
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-saved_at"]
