"""The second registration of an appeal in the document system of a body: regulation of the Alai line, III.2; H19."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.rules.exchange import second_entries as second


class DocumentSystem(models.Model):
    """How a body's document system is reached: `none` (nothing is sent), `files` (numbered packages in a folder),
    `bucket` (the same in an S3 bucket at the endpoint `address`), `http` at `address`, or `xroad`: `service` of the other
    side, called as `client` through the security server at `address`. `sealed_secret` is the bucket's secret key under
    the installation's seal. The next package's number is taken by updating this row. In whose names incoming appeals are
    entered, resolutions written and answers drafted is said by the body; empty: a person does it."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="document_system")
    kind = models.CharField(max_length=8, default=second.NONE)
    address = models.CharField(max_length=300, blank=True, default="")
    service = models.CharField(max_length=300, blank=True, default="")
    client = models.CharField(max_length=250, blank=True, default="")
    bucket = models.CharField(max_length=63, blank=True, default="")
    access_key = models.CharField(max_length=128, blank=True, default="")
    sealed_secret = models.BinaryField(blank=True, default=b"", editable=False)
    enters_as = models.ForeignKey(Official, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    resolves_as = models.ForeignKey(
        Official, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drafts_as = models.ForeignKey(Official, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    last_package = models.PositiveIntegerField(default=0, editable=False)
    last_incoming = models.PositiveIntegerField(default=0, editable=False)
    compared_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["body_id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=second.KINDS), name="the_kind_of_system_is_known")
        ]

    def __str__(self) -> str:
        return str(self.body.code)


class SecondEntry(models.Model):
    """One appeal to be registered once more; `entry` is its line in the journal of a telephone. The row id is the key under which the message goes out, each time the
    same. `next_try_at` while a worker is at it: when another may take over; empty: only a receipt or a person goes
    on. `number` and `registered_on` are those of the document system;
    `noted_by` who wrote them down by hand. `told_digest` tells whether what was told last still holds, `state_there` the
    state as the other side words it, at its own clock. `last_error` is a code, never the words of an appeal."""

    id = models.UUIDField(primary_key=True)
    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="second_entry")
    entry = models.OneToOneField(
        JournalEntry, null=True, on_delete=models.PROTECT, related_name="second_entry"
    )
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
    told_digest = models.CharField(max_length=64, blank=True, default="")
    state_there = models.CharField(max_length=200, blank=True, default="")
    state_there_at = models.DateTimeField(null=True)

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
