"""Letters waiting to leave, and the fate of each."""

from __future__ import annotations

from django.db import models


class Notice(models.Model):
    """`code` names the notice in `notices.catalogue`; `address` is an e-mail address. Written in the transaction of
    the act that caused it; `state`: waiting, sent, failed."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=40)
    channel = models.CharField(max_length=12, default="email")
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=2)
    appeal_id = models.UUIDField(null=True)
    facts = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="waiting")
    attempts = models.PositiveSmallIntegerField(default=0)
    last_tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    reference = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["appeal_id"], name="notices_of_an_appeal"),
            models.Index(fields=["created_at"], condition=models.Q(state="waiting"), name="notices_waiting"),
        ]
