"""Registers of earlier years, loaded from the tables in which bodies kept them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.people.models import Account
from kairyluu.data.reference.models import RefusalGround


class LegacyBatch(models.Model):
    """One file loaded into one body. `n_read` rows of it are behind us: where the next run goes on. A batch that was
    undone stays as a record; its file can be loaded again."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    n_read = models.PositiveIntegerField(default=0)
    n_loaded = models.PositiveIntegerField(default=0)
    n_refused = models.PositiveIntegerField(default=0)
    loaded_by = models.TextField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.TextField(blank=True, default="")
    undone_because = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "sha256"],
                condition=Q(undone_at__isnull=True),
                name="a_register_is_loaded_once",
            )
        ]


class LegacyUpload(models.Model):
    """A file that somebody of the body brought: first all of it is checked, then, when he says so, it is loaded. Its content lies
    among the uploads under `sha256` and goes with them. `findings`: `unknown` columns, `first` refused rows as `[line, reasons,
    number]`, or `problem` with the code and facts of what kept it from being read."""

    id = models.UUIDField(primary_key=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    stage = models.CharField(max_length=10, default="checking")
    share = models.PositiveSmallIntegerField(default=0)
    n_read = models.PositiveIntegerField(default=0)
    n_good = models.PositiveIntegerField(default=0)
    n_refused = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=dict)
    batch = models.ForeignKey(LegacyBatch, null=True, on_delete=models.PROTECT, related_name="uploads")

    class Meta:
        ordering = ["-uploaded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=("checking", "checked", "loading", "loaded", "failed")),
                name="the_stage_of_an_upload_is_known",
            )
        ]


class LegacyRow(models.Model):
    """The mark of an appeal that came from an earlier register, and what the register says that nobody of this house
    decided: a refusal's ground, an extension, where it was forwarded. `line` counts the rows of the file from 1."""

    appeal = models.OneToOneField(
        Appeal, primary_key=True, on_delete=models.PROTECT, related_name="legacy_row"
    )
    batch = models.ForeignKey(LegacyBatch, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField()
    ground = models.ForeignKey(
        RefusalGround, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_extended = models.BooleanField(default=False)
    was_under_control = models.BooleanField(default=False)
    forwarded_to = models.TextField(blank=True, default="")
    source_body = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["batch_id", "line"]


class LegacyRefusal(models.Model):
    """A row of the file that was not loaded: its cells as they stood and why, `[{code, column, value}]`."""

    batch = models.ForeignKey(LegacyBatch, on_delete=models.PROTECT, related_name="refusals")
    line = models.PositiveIntegerField()
    reasons = models.JSONField()
    cells = models.JSONField()

    class Meta:
        ordering = ["batch_id", "line"]
        constraints = [models.UniqueConstraint(fields=["batch", "line"], name="a_row_is_refused_once")]
