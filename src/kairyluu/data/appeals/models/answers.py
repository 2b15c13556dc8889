"""Answers and refusals to consider: drafted, signed, sent."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Official, Post
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.reference.models import Outcome, RefusalGround


class Answer(models.Model):
    """One answer per appeal, worked on until signed. `remarks` are the head's at the last return;
    `verification_code` is printed on the letter and lets anyone check it."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="answer")
    language = models.CharField(max_length=2)
    text = models.TextField()
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="+", db_index=False)
    measures = models.TextField(blank=True, default="", help_text="what was actually done")
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    drafted_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    n_returns = models.PositiveSmallIntegerField(default=0)
    remarks = models.TextField(blank=True, default="")
    returned_at = models.DateTimeField(null=True)
    gaps_reason = models.TextField(blank=True, default="", help_text="why something asked is left open")
    copy_reason = models.TextField(
        blank=True, default="", help_text="why a text that repeats others is right"
    )

    signed_at = models.DateTimeField(null=True)
    signer = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signer_post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    signer_title = models.TextField(blank=True, default="")
    signer_name = models.TextField(blank=True, default="")
    verification_code = models.CharField(max_length=24, blank=True, default="")

    outgoing_serial = models.PositiveIntegerField(null=True)
    outgoing_number = models.TextField(blank=True, default="")
    outgoing_on = models.DateField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signer__isnull=True, signer_name="")
                | Q(~Q(signer_name=""), signed_at__isnull=False, signer__isnull=False),
                name="a_signature_has_a_moment_and_a_person",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, outgoing_number="", outgoing_serial__isnull=True)
                | Q(
                    ~Q(outgoing_number=""),
                    sent_at__isnull=False,
                    signed_at__isnull=False,
                    outgoing_serial__isnull=False,
                ),
                name="a_sent_answer_is_signed_and_numbered",
            ),
            models.UniqueConstraint(
                fields=["verification_code"],
                condition=~Q(verification_code=""),
                name="a_letter_has_its_own_code",
            ),
        ]
        indexes = [
            models.Index(
                fields=["appeal"],
                condition=Q(returned_at__isnull=False, signed_at__isnull=True),
                name="answers_returned",
            ),
            models.Index(
                fields=["outgoing_on"],
                include=["appeal", "signer_name", "id"],
                condition=Q(outgoing_on__isnull=False),
                name="answers_by_outgoing_day",
            ),
        ]


class Refusal(models.Model):
    """The decision not to consider: always a listed ground and a person's reasoned words."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="refusal")
    ground = models.ForeignKey(RefusalGround, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.TextField()
    decided_at = models.DateTimeField()
    author = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", db_index=False)
    author_title = models.TextField(blank=True, default="")
    author_name = models.TextField(blank=True, default="")
    outgoing_serial = models.PositiveIntegerField()
    outgoing_number = models.TextField()
    verification_code = models.CharField(max_length=24, unique=True)
