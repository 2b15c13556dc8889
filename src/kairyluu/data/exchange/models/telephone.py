"""What a telephone exchange announces, who is to be called back, and what a caller was sent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Line, Official
from kairyluu.data.calls.models import Call
from kairyluu.rules.exchange import ringing


class LineKey(models.Model):
    """The token by which an exchange announces calls of one line: only its digest is kept. One is in force at a
    time; a new one ends the older."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="keys")
    digest = models.CharField(max_length=64, unique=True)
    ends_with = models.CharField(max_length=4)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["line"], condition=Q(ended_at__isnull=True), name="one_key_of_a_line_is_in_force"
            )
        ]

    def __str__(self) -> str:
        return f"…{self.ends_with}"


class IncomingCall(models.Model):
    """A call as the exchange tells of it; `reference` is the exchange's own name for it. `call` is the operator's form once
    somebody has taken it. `number` is empty where the caller hides it."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="incoming")
    reference = models.CharField(max_length=80)
    number = models.CharField(max_length=16, blank=True, default="")
    started_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField()
    is_outside_hours = models.BooleanField(default=False)
    call = models.OneToOneField(Call, null=True, on_delete=models.PROTECT, related_name="incoming")

    class Meta:
        ordering = ["-started_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["line", "reference"], name="a_call_is_announced_once"),
        ]
        indexes = [
            models.Index(
                fields=["line", "-started_at"], condition=Q(ended_at__isnull=True), name="calls_not_ended_yet"
            )
        ]

    def __str__(self) -> str:
        return self.reference


class CallBack(models.Model):
    """A number to be called back: one open row for a number of a line, however often it rang. `why` it is here:
    closed, missed, unwritten or asked; `outcome` once it is settled; `n_tries` calls that nobody answered."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="call_backs")
    number = models.CharField(max_length=16)
    why = models.CharField(max_length=10)
    note = models.TextField(blank=True, default="")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    n_calls = models.PositiveSmallIntegerField(default=1)
    n_tries = models.PositiveSmallIntegerField(default=0)
    last_try_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True, default="")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    call = models.ForeignKey(Call, null=True, on_delete=models.PROTECT, related_name="call_backs")

    class Meta:
        ordering = ["first_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["line", "number"], condition=Q(outcome=""), name="a_number_is_called_back_once"
            ),
            models.CheckConstraint(condition=Q(why__in=ringing.REASONS), name="why_to_call_back_is_known"),
            models.CheckConstraint(
                condition=Q(outcome="", settled_at__isnull=True)
                | Q(outcome__in=ringing.SETTLED, settled_at__isnull=False),
                name="a_settled_call_back_has_its_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ToldMessage(models.Model):
    """What a caller was sent as SMS after an explanation: H36–H37. The row id is the key under which it goes out."""

    id = models.UUIDField(primary_key=True)
    call = models.OneToOneField(Call, on_delete=models.PROTECT, related_name="told_message")
    number = models.CharField(max_length=16)
    language = models.CharField(max_length=2)
    text = models.TextField()
    alphabet = models.CharField(max_length=5)
    n_parts = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, default="waiting")
    made_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    reference = models.TextField(blank=True, default="")
    last_error = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return str(self.id)
