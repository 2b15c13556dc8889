"""What a program of a body is told when something happens to an appeal of the body."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kairyluu.data.exchange.models.programs import Program
from kairyluu.rules.exchange import webhooks as rule


class Webhook(models.Model):
    """Where a program is told. The secret is not kept: it follows from the id and `generation`; until `older_until` the
    one before signs too. `quiet_until`: not tried before, after failures in a row since `failing_since`."""

    id = models.UUIDField(primary_key=True)
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="webhooks")
    address = models.CharField(max_length=500)
    events = ArrayField(models.CharField(max_length=40))
    generation = models.PositiveIntegerField(default=1)
    older_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    n_failures = models.PositiveIntegerField(default=0)
    quiet_until = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [
            models.Index(fields=["program"], condition=Q(ended_at__isnull=True), name="webhooks_in_force")
        ]

    def __str__(self) -> str:
        return str(self.id)


class Delivery(models.Model):
    """One event for one webhook, written by a trigger of the journal in the transaction of the act; the row id counts up
    and is the `sequence` told. `payload` is made at the first try and never changes. `next_try_at` while a worker is at
    it: when another may take over; empty: nothing more happens by itself."""

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="deliveries")
    event = models.CharField(max_length=40)
    appeal_id = models.UUIDField(null=True)
    happened_at = models.DateTimeField()
    payload = models.TextField(blank=True, default="")
    state = models.CharField(max_length=10, default=rule.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    last_tried_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=rule.STATES), name="the_state_of_a_delivery_is_known"
            )
        ]
        indexes = [
            models.Index(
                fields=["webhook", "id"], condition=Q(state=rule.WAITING), name="deliveries_waiting"
            ),
            models.Index(fields=["webhook", "-id"], condition=Q(state=rule.DEAD), name="deliveries_dead"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
