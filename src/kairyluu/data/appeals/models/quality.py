"""The quality of an answer: the questions it must answer, what was promised, what the applicant thinks of it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models.appeal import Appeal


class Question(models.Model):
    """One question that the appeal raises, listed at registration or resolution, and its answer: what is said, the
    norm applied, what was or will be done and by when (`done_by`)."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    listed_at = models.DateTimeField()
    listed_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    answer = models.TextField(blank=True, default="")
    norm = models.TextField(blank=True, default="")
    measure = models.TextField(blank=True, default="")
    done_by = models.DateField(null=True)
    is_promise = models.BooleanField(default=False, help_text="the measure is still to come")

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "position"], name="questions_stand_in_order")
        ]


class Promise(models.Model):
    """What a sent answer said would be done, by a day. The appeal is closed, the promise stays open until the body
    and the applicant have each confirmed it. `applicant_agrees` is empty until he spoke; `denied_at` is when somebody to
    whom it was promised last said that it was not done, until the body confirms it anew or he takes it back."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="promises")
    question = models.ForeignKey(
        Question, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    text = models.TextField()
    due_on = models.DateField()
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)
    kept_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kept_note = models.TextField(blank=True, default="")
    applicant_agrees = models.BooleanField(null=True)
    applicant_note = models.TextField(blank=True, default="")
    applicant_at = models.DateTimeField(null=True)
    denied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["due_on", "appeal"], condition=Q(kept_at__isnull=True), name="promises_due"),
            models.Index(fields=["appeal"], condition=Q(denied_at__isnull=False), name="promises_denied"),
        ]


class PromiseWord(models.Model):
    """What the applicant of another `appeal` of the same cause says of a promise; the latest word stands."""

    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="words")
    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.TextField(blank=True, default="")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["promise", "appeal"], name="one_word_of_each_on_a_promise")
        ]


class Rating(models.Model):
    """What the applicant thinks of the answer: 1 extremely unsatisfactory to 5 excellent, and whether the matter is
    really resolved. The latest stands here, every one in the journal."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="rating")
    score = models.PositiveSmallIntegerField()
    is_resolved = models.BooleanField()
    comment = models.TextField(blank=True, default="")
    rated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(score__gte=1, score__lte=5), name="a_score_is_one_to_five")
        ]


class NearCopy(models.Model):
    """An answer that repeats much of an earlier answer of the body, or of the appeal itself (`other` empty), as it was
    measured when it was put before the head; `reason` is why it is right all the same. `share` is 0 to 1."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="near_copies")
    other = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    share = models.FloatField()
    empty_phrases = models.JSONField(default=list)
    reason = models.TextField(blank=True, default="")
    author = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    measured_at = models.DateTimeField()

    class Meta:
        ordering = ["measured_at", "id"]


class AnswerPrint(models.Model):
    """What a sent answer is found by when a later one is compared with it: `bands` of its own words, without those of
    the body's templates (`rules.quality.near_copies`). Whoever removes an answer removes this row."""

    appeal = models.OneToOneField(
        Appeal, primary_key=True, on_delete=models.PROTECT, related_name="answer_print"
    )
    n_words = models.PositiveIntegerField()
    bands = ArrayField(models.BigIntegerField())

    class Meta:
        indexes = [GinIndex(fields=["bands"], name="answer_print_bands", gin_pending_list_limit=512)]
