"""Repeated, doubled and similar appeals: how they are found, what the registrar decided, what one consideration answers."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models.appeal import Appeal


class Fingerprint(models.Model):
    """What an appeal is found by: `bands` of its text (`rules.likeness.bands`), `keys` of its applicants
    (`rules.repeats.keys_of`, hashes). Whoever removes personal data of an appeal removes this row."""

    appeal = models.OneToOneField(
        Appeal, primary_key=True, on_delete=models.PROTECT, related_name="fingerprint"
    )
    bands = ArrayField(models.BigIntegerField())
    keys = ArrayField(models.BigIntegerField())

    class Meta:
        # New rows wait in a small list that is searched too: sending an appeal stays cheap.
        indexes = [
            GinIndex(fields=["bands"], name="fingerprint_bands", gin_pending_list_limit=512),
            GinIndex(fields=["keys"], name="fingerprint_keys", gin_pending_list_limit=512),
        ]


class Likeness(models.Model):
    """What the registrar decided two appeals are to each other: `appeal` came later than `other`. `kind`: repeat,
    duplicate, look_alike, or unrelated (shown and rejected). `reasons` are what was shown to him."""

    KINDS = ("repeat", "duplicate", "look_alike", "unrelated")

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="likenesses")
    other = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="likened")
    kind = models.CharField(max_length=12)
    score = models.FloatField(default=0)
    reasons = models.JSONField(default=list)
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_name = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "other"], name="two_appeals_are_compared_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["repeat", "duplicate", "look_alike", "unrelated"]),
                name="a_likeness_is_of_a_known_kind",
            ),
            models.CheckConstraint(condition=~Q(appeal=F("other")), name="nothing_is_like_itself"),
        ]


class Cause(models.Model):
    """One cause of many appeals: the consideration of `lead` answers its members. `texts` are the answer's words in
    the languages of members that differ from the answer's own: {"ru": "..."}."""

    lead = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="cause")
    texts = models.JSONField(default=dict)
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    made_at = models.DateTimeField()


class CauseMember(models.Model):
    """An appeal that waits for the answer to the lead; it keeps its own number, day, letter and language."""

    cause = models.ForeignKey(Cause, on_delete=models.PROTECT, related_name="members")
    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="membership")
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    joined_at = models.DateTimeField()

    class Meta:
        ordering = ["joined_at", "id"]
