"""Conflicts of interest that a handler declared himself."""

from __future__ import annotations

from django.db import models

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models.appeal import Appeal


class Recusal(models.Model):
    """From now on the official neither sees nor handles the appeal. The reason is for the journal and those above."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="recusals")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="recusals")
    reason = models.TextField()
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ["declared_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "official"], name="a_conflict_is_declared_once")
        ]
