"""Files: stored by content, named here."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kairyluu.data.appeals.models.appeal import Appeal


class FileCheck(models.Model):
    """What is known of a content, however often it was sent. `state`: waiting (for the scanner; nobody gets the file),
    open (there is no scanner), clean, infected (with the `signature` found). `flags` are those of
    `gateways.looking.acting`. `shown_sha256` is the copy that is handed out instead of a picture as it was sent, empty
    where the content itself is. `looked_at` is empty until somebody looked inside."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    media_type = models.CharField(max_length=100)
    state = models.CharField(max_length=8)
    signature = models.TextField(blank=True, default="")
    flags = ArrayField(models.CharField(max_length=12), default=list)
    shown_sha256 = models.CharField(max_length=64, blank=True, default="", db_index=True)
    shown_size = models.PositiveBigIntegerField(null=True)
    noted_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    scanned_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["noted_at", "sha256"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "open", "clean", "infected")),
                name="the_state_of_a_checked_file_is_known",
            ),
            models.CheckConstraint(
                condition=Q(shown_sha256="", shown_size__isnull=True)
                | ~Q(shown_sha256="") & Q(shown_size__isnull=False),
                name="a_shown_copy_has_its_size",
            ),
        ]
        indexes = [
            models.Index(
                fields=["noted_at"],
                condition=Q(state="waiting") | Q(looked_at__isnull=True),
                name="files_to_be_checked",
            )
        ]

    def __str__(self) -> str:
        return self.sha256


class Attachment(models.Model):
    """A file uploaded under a submission key before the appeal exists (`appeal` empty), claimed when it is sent; or
    added by staff. `id` is unguessable; `purpose`: applicant, meeting (the resolution of a meeting, with a
    collective appeal), reply (of the applicant, to the question `clarification`), promise (what
    shows that `promise` was kept), execution, answer, letter. `checked` is empty of what the program made itself."""

    id = models.UUIDField(primary_key=True)
    appeal = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="attachments")
    submission_key = models.UUIDField(null=True, db_index=True)
    purpose = models.CharField(max_length=12, default="applicant")
    clarification = models.ForeignKey(
        "appeals.Clarification", null=True, on_delete=models.PROTECT, related_name="files"
    )
    promise = models.ForeignKey("appeals.Promise", null=True, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField(default=0)
    name = models.TextField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    checked = models.ForeignKey(FileCheck, null=True, on_delete=models.PROTECT, related_name="files")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["position", "uploaded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(appeal__isnull=False) | Q(submission_key__isnull=False),
                name="a_file_belongs_to_an_appeal_or_a_form",
            ),
            models.CheckConstraint(
                condition=Q(purpose="reply", clarification__isnull=False)
                | Q(~Q(purpose="reply"), clarification__isnull=True),
                name="files_of_a_reply_have_their_question",
            ),
            models.CheckConstraint(
                condition=Q(purpose="promise", promise__isnull=False)
                | Q(~Q(purpose="promise"), promise__isnull=True),
                name="files_of_a_promise_have_it",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def held(self) -> str:
        """Why nobody gets it: waiting, infected; empty when it may be had."""
        state = self.checked.state if self.checked else ""
        return state if state in ("waiting", "infected") else ""

    @property
    def flags(self) -> list[str]:
        """What in it could act by itself."""
        return list(self.checked.flags) if self.checked else []

    @property
    def shown_size(self) -> int:
        """In bytes, of what is handed out."""
        return (self.checked.shown_size if self.checked else None) or self.size


class PartialUpload(models.Model):
    """A file that comes in pieces, to a form not sent yet. The first `received` of its `length` bytes lie with the
    gateway of files; the row is written after them, so it never promises what is not there. `holder_hash` is that of the
    secret in the browser's cookie, `address_hash` a keyed one of the network address. `became` is the attachment it was
    made into, noted in the same transaction; a plain value, because the applicant may take that one out again."""

    id = models.UUIDField(primary_key=True)
    submission_key = models.UUIDField(db_index=True)
    holder_hash = models.CharField(max_length=64)
    address_hash = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    length = models.PositiveBigIntegerField()
    received = models.PositiveBigIntegerField(default=0)
    n_pieces = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)
    became = models.UUIDField(null=True)

    class Meta:
        ordering = ["begun_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(became__isnull=True, received__lt=models.F("length"))
                | Q(became__isnull=False, received=models.F("length")),
                name="what_came_whole_became_an_attachment",
            ),
        ]

    def __str__(self) -> str:
        return self.name
