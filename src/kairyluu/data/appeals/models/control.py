"""Control of execution: marks, requests for information, and the reminders that were given."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official, Post
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.reference.models import Topic


class ControlMark(models.Model):
    """Taken under control by the head (`level` head), a body above (superior) or the Government Apparatus
    (apparatus); lifted only by who set it: the same post."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="control_marks")
    level = models.CharField(max_length=10)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.TextField()
    due_on = models.DateField(null=True)
    set_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    lift_reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["set_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__in=["head", "superior", "apparatus"]), name="a_control_level_is_known"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lift_reason="")
                | Q(~Q(lift_reason=""), lifted_at__isnull=False, lifted_by__isnull=False),
                name="control_is_lifted_by_somebody_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["appeal", "post"], condition=Q(lifted_at__isnull=True), name="one_mark_of_a_post"
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "appeal"], condition=Q(lifted_at__isnull=True), name="marks_standing"
            )
        ]


class ControlRequest(models.Model):
    """Information asked of the body by who controls, with a term of its own."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="control_requests")
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    question = models.TextField()
    due_on = models.DateField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at", "id"]
        indexes = [
            models.Index(
                fields=["due_on", "appeal"],
                condition=Q(answered_at__isnull=True),
                name="requests_unanswered",
            )
        ]


class Reminder(models.Model):
    """Somebody was told of a day: `duty` is registration, consideration, internal, control_request, promise or
    silence (of the applicant), `step` the working days before the day (0 on it, negative after it). Told once a day."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="reminders")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    tier = models.CharField(max_length=10, help_text="executor, head or superior")
    duty = models.CharField(max_length=16)
    due_on = models.DateField()
    step = models.SmallIntegerField()
    told_on = models.DateField()
    told_at = models.DateTimeField()
    notice_id = models.UUIDField(null=True, help_text="the letter in the outbox, none without an address")

    class Meta:
        ordering = ["told_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "official", "duty", "told_on"], name="told_once_a_day")
        ]
        indexes = [models.Index(fields=["official", "told_on"], name="reminders_of_a_morning")]


class Morning(models.Model):
    """The reminders of one day: begun, everybody's lines written (`listed_at`), everybody's letter waiting
    (`finished_at`). Whoever comes after a crash goes on where it stands."""

    day = models.DateField(primary_key=True)
    began_at = models.DateTimeField()
    listed_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    n_reminders = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day"]


class Pace(models.Model):
    """How many working days an answer usually took from the resolution on: of one executor, on one topic, or, with
    neither, of the whole body; of `n` appeals closed in the year before `measured_on`."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    topic = models.ForeignKey(Topic, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    n = models.PositiveIntegerField()
    median = models.PositiveSmallIntegerField()
    measured_on = models.DateField()

    class Meta:
        ordering = ["body_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "official", "topic"], nulls_distinct=False, name="one_pace_of_each"
            )
        ]
