"""An appeal changes hands: every body that held it keeps its own row, and the rows are linked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Official, Post
from kairyluu.data.appeals.models.appeal import Appeal


class Handover(models.Model):
    """`appeal` was given away whole or in part and goes on as `successor`, which the receiver registers anew.

    `kind`: whole (forwarded by competence), part (one of its questions), climb (bounced, to the common superior),
    conflict (the body or its head is complained about), review (the applicant disagrees with the answer). Without an
    author the system did it, by a rule that `reason` names."""

    KINDS = ("whole", "part", "climb", "conflict", "review")

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="handovers")
    successor = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="came_by")
    kind = models.CharField(max_length=10)
    part = models.TextField(blank=True, default="", help_text="which of its questions, where only a part")
    reason = models.TextField()
    due_on = models.DateField(null=True, help_text="until when it had to be handed over")
    author = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    author_post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    author_name = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["whole", "part", "climb", "conflict", "review"]),
                name="a_handover_is_of_a_known_kind",
            ),
            models.UniqueConstraint(
                fields=["appeal"],
                condition=Q(kind__in=["whole", "climb", "conflict"]),
                name="an_appeal_is_given_away_whole_once",
            ),
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(kind="review"), name="an_answer_is_reviewed_once"
            ),
        ]


class Withdrawal(models.Model):
    """The applicant took the appeal back, by himself or through the registrar (`author`)."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField(blank=True, default="")
    author = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField()
