"""Confidential appeals: who may see one, and who sent it, sealed apart from what it says."""

from __future__ import annotations

from django.db import models

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models.appeal import Appeal


class Confidence(models.Model):
    """The mark; `marked_by` is empty where nobody of the staff did it."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="confidence")
    ground = models.TextField()
    marked_at = models.DateTimeField()
    marked_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["appeal_id"]


class Confidant(models.Model):
    """A named person: nobody else of the staff sees the appeal."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="confidants")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()

    class Meta:
        ordering = ["named_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "official"], name="a_confidant_is_named_once")
        ]


class SealedIdentity(models.Model):
    """Everybody under the appeal, encrypted with a key that the database does not hold; the applicants' own rows keep
    only their places. An appeal that changes hands takes a copy along."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="sealed_identity")
    sealed = models.BinaryField()
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["appeal_id"]
