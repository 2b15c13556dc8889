"""Letters waiting to leave and the fate of each, the ways people chose to be told, and how each service fares."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """`code` names the notice in `notices.catalogue`; `address` is that of its `channel`: an e-mail address, a
    telephone in E.164, a chat, the key of a `Way` for push. Written in the transaction of the act that caused it.
    `state`: waiting, passed (handed over, not in the journal yet), sent, failed; `fate`: what became of a sent one.
    `handled_how`: printed and posted, or handed over, where it did not arrive."""

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
    next_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    reference = models.TextField(blank=True, default="")
    n_parts = models.PositiveSmallIntegerField(default=0, help_text="of a short message")
    fate = models.CharField(max_length=10, blank=True, default="")
    fate_at = models.DateTimeField(null=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.TextField(blank=True, default="")
    handled_how = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(handled_at=None, handled_by="", handled_how="")
                | (Q(handled_at__isnull=False) & ~Q(handled_by="") & ~Q(handled_how="")),
                name="a_letter_is_handled_by_somebody_some_way",
            ),
        ]
        indexes = [
            models.Index(fields=["appeal_id"], name="notices_of_an_appeal"),
            models.Index(fields=["created_at"], condition=Q(state="waiting"), name="notices_waiting"),
            models.Index(
                fields=["channel", "created_at", "id"], condition=Q(state="waiting"), name="notices_in_line"
            ),
            models.Index(
                fields=["channel", "address"],
                condition=Q(state="waiting", next_at__isnull=False),
                name="notices_held_back",
            ),
            models.Index(fields=["channel"], condition=Q(state="passed"), name="notices_passed"),
            models.Index(fields=["reference"], condition=~Q(reference=""), name="notice_by_reference"),
            models.Index(
                fields=["created_at"],
                condition=Q(handled_at=None) & (Q(state="failed") | Q(fate="failed")),
                name="notices_not_arrived",
            ),
        ]


class Way(models.Model):
    """One way somebody chose to be told: the applicant of one appeal (the first of its chain), or an account about
    all its own. `is_on` false: not by this way, though its address is known. `address` as of a `Notice`, empty where
    it is read from the appeal or the account; `details` are the keys of a push subscription."""

    id = models.UUIDField(primary_key=True)
    appeal_id = models.UUIDField(null=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=12)
    address = models.CharField(max_length=64, blank=True, default="")
    details = models.JSONField(default=dict)
    is_on = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="ky")
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ["chosen_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(appeal_id=None, account__isnull=False) | Q(appeal_id__isnull=False, account=None),
                name="a_way_belongs_to_an_appeal_or_an_account",
            ),
            models.UniqueConstraint(fields=["appeal_id", "channel", "address"], name="one_way_of_an_appeal"),
            models.UniqueConstraint(fields=["account", "channel", "address"], name="one_way_of_an_account"),
        ]
        indexes = [models.Index(fields=["channel", "address"], name="ways_by_address")]


class Lane(models.Model):
    """How one service fares. After a fault of the service nothing is tried before `next_at`; `cursor` is how far its
    incoming messages were read."""

    channel = models.CharField(primary_key=True, max_length=12)
    n_faults = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")
    away_since = models.DateTimeField(null=True)
    cursor = models.BigIntegerField(default=0)

    class Meta:
        ordering = ["channel"]


class Chat(models.Model):
    """A conversation with the bot: its language, and nothing of who talks there."""

    id = models.BigIntegerField(primary_key=True)
    language = models.CharField(max_length=2, default="ky")
    chosen_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
