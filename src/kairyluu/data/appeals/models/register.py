"""Register books: the gap-free numbering of one body in one year."""

from __future__ import annotations

from django.db import models

from kairyluu.data.agencies.models import Body


class RegisterBook(models.Model):
    """The next serial is taken by updating this row inside the registering transaction: its lock queues the
    clerks, and a rolled-back registration gives the number back."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField()
    pattern = models.CharField(max_length=60)
    last_serial = models.PositiveIntegerField(default=0)
    last_outgoing = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["body_id", "-year"]
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="one_book_per_body_and_year")]

    def __str__(self) -> str:
        return f"{self.body_id}/{self.year}"
