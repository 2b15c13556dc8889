"""Files: stored by content, named here."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kairyluu.data.appeals.models.appeal import Appeal


class Attachment(models.Model):
    """A file uploaded under a submission key before the appeal exists (`appeal` empty), claimed when it is sent; or
    added by staff. `id` is unguessable; `purpose`: applicant, meeting (the resolution of a meeting, with a
    collective appeal), reply (of the applicant, to the question `clarification`), promise (what
    shows that `promise` was kept), execution, answer, letter."""

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
