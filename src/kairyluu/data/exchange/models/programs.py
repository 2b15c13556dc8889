"""A program of a body that comes through the API, in the name of one official and within narrower scopes."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.rules.exchange.programs import SCOPES


class Program(models.Model):
    """The row id is the client id. Only the digest of the secret is kept; it is empty until the official takes it, and
    taking another ends the older."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=80)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="programs")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="programs")
    scopes = ArrayField(models.CharField(max_length=20))
    digest = models.CharField(max_length=64, blank=True, default="")
    ends_with = models.CharField(max_length=4, blank=True, default="")
    opened_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    ends_on = models.DateField(help_text="the last day")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=~Q(digest=""), name="a_secret_is_of_one_program"
            ),
            models.CheckConstraint(
                condition=Q(scopes__contained_by=list(SCOPES)), name="scopes_of_programs_are_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Entered(models.Model):
    """An appeal that a program of a body sent for somebody. `is_listed`: the sender agreed that the program's door for
    everybody names its state, topic, body and days."""

    appeal = models.OneToOneField(Appeal, on_delete=models.PROTECT, primary_key=True, related_name="entered")
    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="entered")
    is_listed = models.BooleanField(default=False)

    class Meta:
        ordering = ["appeal_id"]

    def __str__(self) -> str:
        return str(self.appeal_id)
