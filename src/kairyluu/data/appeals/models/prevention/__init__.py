"""What a complaint about an official came to: the kind of act, whether it was confirmed, which measure was taken."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.appeals.models.parties import ComplaintTarget
from kairyluu.data.reference.models import Misconduct, Outcome


class Finding(models.Model):
    """One line about one person or body complained of; the newest one counts, earlier ones stay. `measure` is an outcome
    of the group «measure», `order` the number and date of the order."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="findings")
    target = models.ForeignKey(ComplaintTarget, on_delete=models.PROTECT, related_name="findings")
    kind = models.ForeignKey(Misconduct, on_delete=models.PROTECT, db_index=False)
    is_confirmed = models.BooleanField()
    measure = models.ForeignKey(
        Outcome, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    measure_on = models.DateField(null=True)
    order = models.TextField(blank=True, default="")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        ordering = ["noted_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(measure__isnull=True, measure_on__isnull=True)
                | Q(measure__isnull=False, measure_on__isnull=False, is_confirmed=True),
                name="a_measure_has_its_day_and_follows_a_confirmed_act",
            )
        ]
