"""What moves the clock of one appeal: extensions, and questions put to the applicant."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kairyluu.data.agencies.models import Official, Post
from kairyluu.data.appeals.models.appeal import Appeal


class Extension(models.Model):
    """The head gave more time, with a reason the applicant is told. `deadline` is the new day with its explanation."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="extensions")
    reason = models.TextField()
    old_due_on = models.DateField()
    new_due_on = models.DateField()
    deadline = models.JSONField(default=dict)
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_title = models.TextField(blank=True, default="")
    author_name = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [models.Index(fields=["made_at"], name="extensions_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(new_due_on__gt=F("old_due_on")), name="an_extension_never_shortens"
            )
        ]


class Clarification(models.Model):
    """A question put to the applicant. With `stops_clock` the days from `asked_at` until the reply, or until
    `due_on`, are not counted; `resumed_on` is the day the clock went on."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="clarifications")
    question = models.TextField()
    due_on = models.DateField()
    stops_clock = models.BooleanField(default=False)
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_name = models.TextField(blank=True, default="")
    asked_at = models.DateTimeField()
    reply = models.TextField(blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    resumed_on = models.DateField(null=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(resumed_on__isnull=True), name="one_open_question_to_applicant"
            )
        ]
