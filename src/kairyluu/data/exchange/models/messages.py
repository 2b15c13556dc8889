"""What goes to a document system after the registration, what comes from it, and where the two registers differ (H19)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.exchange.models.documents import DocumentSystem, SecondEntry
from kairyluu.rules.exchange import incoming, reconciling
from kairyluu.rules.exchange import second_entries as known


class LaterMessage(models.Model):
    """A resolution, an answer or a change of an appeal registered there. The row id is the key of the message; `place`
    its order among those of one appeal: it leaves only after all before it. `source` is the row it tells of."""

    id = models.UUIDField(primary_key=True)
    second = models.ForeignKey(SecondEntry, on_delete=models.PROTECT, related_name="later")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    source = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=12, default=known.WAITING)
    made_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_tried_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    package = models.PositiveIntegerField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["second_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["second", "place"], name="later_messages_have_an_order"),
            models.UniqueConstraint(
                fields=["second", "kind", "source"],
                condition=~Q(source=""),
                name="a_later_message_is_told_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=known.LATER_KINDS, state__in=known.LATER_STATES),
                name="a_later_message_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(state__in=(known.WAITING, known.HANDED)),
                name="later_messages_waiting",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


class IncomingMessage(models.Model):
    """What a document system sent, under its own `key`; `content` as it came, unknown fields too, files by their hash;
    `heard` the headers that prove where it came from. `second` is the registration it is about, `submission_key` that
    of the appeal it becomes, `turn` its order among all that the system sent."""

    id = models.UUIDField(primary_key=True)
    system = models.ForeignKey(DocumentSystem, on_delete=models.PROTECT, related_name="incoming")
    key = models.UUIDField()
    turn = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=12)
    second = models.ForeignKey(SecondEntry, null=True, on_delete=models.PROTECT, related_name="incoming")
    submission_key = models.UUIDField(null=True, unique=True)
    number = models.PositiveIntegerField(null=True)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    heard = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    state = models.CharField(max_length=12, default=known.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["system_id", "turn"]
        constraints = [
            models.UniqueConstraint(fields=["system", "key"], name="an_incoming_message_is_taken_once"),
            models.UniqueConstraint(fields=["system", "turn"], name="incoming_messages_have_an_order"),
            models.CheckConstraint(
                condition=Q(kind__in=incoming.KINDS, state__in=(known.WAITING, known.DONE, known.DEAD)),
                name="an_incoming_message_is_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state=known.WAITING), name="incoming_messages_waiting"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class Difference(models.Model):
    """Where our register and theirs do not agree, as the last comparison found it; open while `gone_on` is empty.
    `ours` and `theirs` are numbers, days and codes, never words of an appeal."""

    id = models.UUIDField(primary_key=True)
    system = models.ForeignKey(DocumentSystem, on_delete=models.PROTECT, related_name="differences")
    second = models.ForeignKey(SecondEntry, null=True, on_delete=models.PROTECT, related_name="+")
    appeal_id = models.UUIDField(null=True)
    key = models.CharField(max_length=40)
    code = models.CharField(max_length=20)
    ours = models.JSONField(default=dict)
    theirs = models.JSONField(default=dict)
    found_on = models.DateField()
    gone_on = models.DateField(null=True)

    class Meta:
        ordering = ["found_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["system", "key", "code"],
                condition=Q(gone_on__isnull=True),
                name="a_difference_is_listed_once",
            ),
            models.CheckConstraint(
                condition=Q(code__in=reconciling.CODES), name="the_kind_of_a_difference_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.key}"
