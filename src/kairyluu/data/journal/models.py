"""The journal: every act and every look, for ever. Plain values, no foreign keys; the database refuses UPDATE,
DELETE and TRUNCATE on both tables (see migrations)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Entry(models.Model):
    """One act. `facts` are plain values that explain it; `reason` is what the person wrote."""

    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    appeal_id = models.UUIDField(null=True)
    body_code = models.CharField(max_length=80, blank=True, default="")
    actor_kind = models.CharField(max_length=10)
    actor_account = models.BigIntegerField(null=True)
    actor_official = models.BigIntegerField(null=True)
    actor_name = models.TextField(blank=True, default="")
    actor_post = models.TextField(blank=True, default="")
    facts = models.JSONField(default=dict)
    reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["appeal_id", "id"], name="journal_of_an_appeal"),
            models.Index(fields=["body_code", "at"], name="journal_of_a_body"),
        ]


class Look(models.Model):
    """Somebody saw personal data: `what` names the page or document, `appeal_id` the appeal it is about; of a list
    `appeal_ids` are the appeals shown, in their order. What was searched for is in `facts` and nowhere else."""

    at = models.DateTimeField()
    what = models.CharField(max_length=40)
    appeal_id = models.UUIDField(null=True)
    appeal_ids = ArrayField(models.UUIDField(), null=True)
    body_code = models.CharField(max_length=80, blank=True, default="")
    actor_kind = models.CharField(max_length=10)
    actor_account = models.BigIntegerField(null=True)
    actor_official = models.BigIntegerField(null=True)
    actor_name = models.TextField(blank=True, default="")
    actor_post = models.TextField(blank=True, default="")
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["appeal_id", "at"], name="looks_at_an_appeal"),
            GinIndex(fields=["appeal_ids"], name="looks_in_lists"),
        ]
