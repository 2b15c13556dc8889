"""Work on an appeal inside the body: resolutions, who executes them, notes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Official, Post
from kairyluu.data.appeals.models.appeal import Appeal


class Resolution(models.Model):
    """The instruction of the head or a deputy. The newest one is in force."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="resolutions")
    text = models.TextField()
    due_on = models.DateField(null=True, help_text="internal day, not later than the day by law")
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "-id"]


class Assignment(models.Model):
    """One executor's share of a resolution. `is_current` falls when a later resolution replaces it."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="assignments")
    resolution = models.ForeignKey(
        Resolution, on_delete=models.PROTECT, related_name="assignments", db_index=False
    )
    executor = models.ForeignKey(
        Official, on_delete=models.PROTECT, related_name="assignments", db_index=False
    )
    executor_post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    is_lead = models.BooleanField(default=False)
    is_current = models.BooleanField(default=True)
    part = models.TextField(blank=True, default="", help_text="what exactly this executor is to do")
    due_on = models.DateField(null=True)
    contribution = models.TextField(blank=True, default="")
    contributed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-is_lead", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(is_lead=True, is_current=True), name="one_responsible_executor"
            ),
            models.UniqueConstraint(
                fields=["appeal", "executor"], condition=Q(is_current=True), name="an_executor_is_named_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["executor", "appeal"], condition=Q(is_current=True), name="current_work_of_executor"
            )
        ]


class Note(models.Model):
    """An internal note; `asks` names the co-executor a question is put to. Never shown to the applicant."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    asks = models.ForeignKey(Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "id"]
