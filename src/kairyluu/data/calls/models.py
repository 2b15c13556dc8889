"""Calls of the trust telephones and the journals they are entered in. Entries are append-only by trigger."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Line, Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.rules.calls import outcomes


class Call(models.Model):
    """One call, one row. `fields` are the form as typed; `version` counts every save, `last_save` is the key of the
    newest one, so that a save repeated after a lost link is known. `said_*_at` and `read_back_at`: when the operator
    did as III.4 of the regulation says. `official`, `named_body` and `about` say whom the caller complains about."""

    id = models.UUIDField(primary_key=True)
    opening_key = models.UUIDField(unique=True)
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="calls")
    operator = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="calls_taken")
    operator_name = models.TextField()
    operator_post = models.TextField(blank=True, default="")
    number = models.CharField(max_length=16, blank=True, default="")
    state = models.CharField(max_length=12, default=outcomes.OPEN)
    fields = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    last_save = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    said_name_at = models.DateTimeField(null=True)
    said_post_at = models.DateTimeField(null=True)
    read_back_at = models.DateTimeField(null=True)
    appeal = models.OneToOneField(Appeal, null=True, on_delete=models.PROTECT, related_name="call")
    no_appeal = models.CharField(max_length=14, blank=True, default="")
    official = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="calls_about", db_index=False
    )
    named_body = models.ForeignKey(
        Body, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=outcomes.OPEN, ended_at__isnull=True)
                | Q(~Q(state=outcomes.OPEN), ended_at__isnull=False),
                name="an_open_call_has_not_ended",
            ),
            models.CheckConstraint(
                condition=Q(state=outcomes.REGISTERED, appeal__isnull=False)
                | Q(~Q(state=outcomes.REGISTERED), appeal__isnull=True),
                name="a_registered_call_has_its_appeal",
            ),
            models.CheckConstraint(
                condition=Q(state=outcomes.NOTED, no_appeal__in=outcomes.NO_APPEAL)
                | Q(~Q(state=outcomes.NOTED), no_appeal=""),
                name="a_noted_call_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=outcomes.STATES), name="the_state_of_a_call_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["line", "-opened_at"], name="calls_of_a_line"),
            models.Index(fields=["number", "-opened_at"], condition=~Q(number=""), name="calls_of_a_number"),
            models.Index(
                fields=["operator", "-opened_at"], condition=Q(state=outcomes.OPEN), name="open_calls"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class JournalBook(models.Model):
    """The journal of a line in a year; `is_apart` is its volume of complaints about somebody. The next serial is taken
    by updating this row, as in a register book."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="journals")
    year = models.PositiveSmallIntegerField()
    is_apart = models.BooleanField(default=False)
    last_serial = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["line_id", "-year", "is_apart"]
        constraints = [
            models.UniqueConstraint(fields=["line", "year", "is_apart"], name="one_journal_per_line_and_year")
        ]

    def __str__(self) -> str:
        return f"{self.line_id}/{self.year}"


class JournalEntry(models.Model):
    """One line of the journal: the columns of III.6 but the last, whose mark is looked up when it is read. `told` is
    what an explained caller was told. A correction is an entry of its own, `corrects` the one it mends, `reason` why."""

    book = models.ForeignKey(JournalBook, on_delete=models.PROTECT, related_name="entries")
    serial = models.PositiveIntegerField()
    page = models.PositiveIntegerField()
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="entries")
    appeal = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    reason = models.TextField(blank=True, default="")
    received_at = models.DateTimeField()
    written_at = models.DateTimeField()
    applicant = models.TextField(blank=True, default="")
    content = models.TextField()
    told = models.TextField(blank=True, default="")
    operator = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    operator_name = models.TextField()
    operator_post = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["book_id", "serial"]
        constraints = [
            models.UniqueConstraint(fields=["book", "serial"], name="a_serial_stands_once_in_a_journal")
        ]
        indexes = [models.Index(fields=["book", "received_at"], name="journal_by_day")]

    def __str__(self) -> str:
        return f"{self.book_id} № {self.serial}"
