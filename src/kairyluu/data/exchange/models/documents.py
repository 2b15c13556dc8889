"""The second registration of an appeal in the document system of a body: regulation of the Alai line, III.2; H19."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.rules.exchange import second_entries as second


class DocumentSystem(models.Model):
    """How a body's document system is reached: `none` (nothing is sent), `files` (numbered packages in a folder) or
    `http` at `address`. The next package's number is taken by updating this row."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="document_system")
    kind = models.CharField(max_length=8, default=second.NONE)
    address = models.CharField(max_length=300, blank=True, default="")
    last_package = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["body_id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=second.KINDS), name="the_kind_of_system_is_known")
        ]

    def __str__(self) -> str:
        return str(self.body.code)


class SecondEntry(models.Model):
    """One appeal to be registered once more. The row id is the key under which the message goes out, each time the
    same. `next_try_at` while a worker is at it: when another may take over; empty: only a receipt or a person goes
    on. `number` and `registered_on` are those of the document system;
    `noted_by` who wrote them down by hand. `last_error` is a code, never the words of an appeal."""

    id = models.UUIDField(primary_key=True)
    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="second_entry")
    entry = models.OneToOneField(JournalEntry, on_delete=models.PROTECT, related_name="second_entry")
    system = models.ForeignKey(DocumentSystem, on_delete=models.PROTECT, related_name="entries")
    is_apart = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default=second.WAITING)
    made_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_tried_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    package = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    registered_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    noted_by = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=second.REGISTERED, registered_on__isnull=False) & ~Q(number="")
                | ~Q(state=second.REGISTERED) & Q(number="", registered_on__isnull=True),
                name="registered_there_with_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=second.STATES), name="the_state_of_a_second_entry_is_known"
            ),
            models.UniqueConstraint(fields=["system", "package"], name="a_package_number_is_given_once"),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=Q(state__in=(second.WAITING, second.HANDED)),
                name="second_entries_waiting",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
