"""Analyses of a period: what was counted, frozen with its numbers; what the analyst wrote; approval and publication. From
the approval on nothing in them changes, by trigger."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official
from kairyluu.rules.analysis import keeping
from kairyluu.rules.analysis.keeping import AnalysisFacts


class Analysis(models.Model):
    """`body` null: of the whole country; `book` is its code or "", under which numbers are given. `period` is the code
    it was asked by. `data` are the figures as counted, `texts` by language and block what the analyst wrote instead of a
    counted paragraph or beside it; `digest` is the SHA-256 of both, set at the approval. `prepared_by` are the row ids
    of the officials who wrote in it."""

    id = models.UUIDField(primary_key=True)
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="analyses")
    book = models.CharField(max_length=80, blank=True, default="")
    period = models.CharField(max_length=24)
    first_on = models.DateField()
    last_on = models.DateField()
    state = models.CharField(max_length=10, default=keeping.DRAFT)
    data = models.JSONField()
    texts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    counted_at = models.DateTimeField()
    prepared_by = models.JSONField(default=list)
    prepared_by_name = models.TextField(blank=True, default="")
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="analyses_approved"
    )
    approved_by_name = models.TextField(blank=True, default="")
    approved_by_titles = models.JSONField(default=dict)
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-last_on", "-first_on", "book", "-made_at"]
        verbose_name_plural = "analyses"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=keeping.STATES), name="the_state_of_an_analysis_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=keeping.DRAFT, approved_at__isnull=True, number="")
                | (~Q(state=keeping.DRAFT) & Q(approved_at__isnull=False) & ~Q(number="") & ~Q(digest="")),
                name="what_is_approved_has_its_number",
            ),
            models.CheckConstraint(
                condition=Q(state=keeping.PUBLISHED, published_at__isnull=False)
                | (~Q(state=keeping.PUBLISHED) & Q(published_at__isnull=True)),
                name="what_is_published_has_its_moment",
            ),
            models.UniqueConstraint(
                fields=["book", "period"],
                condition=Q(state=keeping.DRAFT),
                name="one_draft_of_a_period",
            ),
            models.UniqueConstraint(
                fields=["book", "year", "serial"], name="a_number_of_an_analysis_is_given_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-published_at"],
                condition=Q(state=keeping.PUBLISHED),
                name="published_analyses",
            )
        ]

    def __str__(self) -> str:
        return self.number or f"{self.book or '*'} {self.period}"

    def facts(self) -> AnalysisFacts:
        return AnalysisFacts(
            state=self.state,
            body_id=self.body_id,
            body_path=self.body.path if self.body else "",
            prepared_by=frozenset(self.prepared_by),
        )


class AnalysisBook(models.Model):
    """The numbers given to the approved analyses of one body, or of the country, in a year; taken under the row's lock,
    so that none is missing."""

    book = models.CharField(max_length=80, blank=True, default="")
    year = models.PositiveSmallIntegerField()
    last_serial = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["year", "book"]
        constraints = [
            models.UniqueConstraint(fields=["book", "year"], name="one_book_of_analyses_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.book or '*'} {self.year}"


def take_serial(book: str, on: date) -> int:
    """The next number of the book; whoever comes second waits for the first transaction to end."""
    AnalysisBook.objects.get_or_create(book=book, year=on.year)
    row = AnalysisBook.objects.select_for_update().get(book=book, year=on.year)
    row.last_serial += 1
    row.save(update_fields=["last_serial"])
    return row.last_serial
