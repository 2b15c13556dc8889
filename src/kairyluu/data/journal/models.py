"""The journal: every act, every look and every proof file handed out, for ever. Plain values, no foreign keys; the database refuses UPDATE,
DELETE and TRUNCATE on these tables (see migrations)."""

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
            models.Index(
                fields=["body_code", "at"],
                include=["appeal_id"],
                condition=models.Q(act="return_answer"),
                name="journal_returned_drafts",
            ),
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


class TakenProof(models.Model):
    """A proof file that was handed out. `code` is printed in it; `entry_ids` are the journal entries it lists, in their
    order, and `digest` the last link of their chain (`rules.steering.chaining`); `file_digests` the sha256 of each filed
    document it lists; `sha256` is of the PDF itself. Who took it and why he might is the look `proof` of that moment."""

    code = models.CharField(max_length=24, unique=True)
    appeal_id = models.UUIDField()
    taken_at = models.DateTimeField()
    taken_by = models.TextField()
    language = models.CharField(max_length=2)
    entry_ids = ArrayField(models.BigIntegerField())
    digest = models.CharField(max_length=64)
    file_digests = ArrayField(models.CharField(max_length=64))
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["appeal_id", "id"], name="proofs_of_an_appeal"),
            models.Index(fields=["sha256"], name="proofs_by_file"),
        ]
