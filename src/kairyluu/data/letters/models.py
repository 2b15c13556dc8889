"""Letters that arrived at the official addresses of bodies, and how these mailboxes are reached."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.rules.letters import kinds

SECURITIES = ("tls", "starttls", "plain")


class Mailbox(models.Model):
    """The official address of a body, read by IMAP. `sealed_secret` is the password under the keys of confidential appeals;
    `failing_since` is empty while the server answers, `last_error` a code and never a letter's words."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="mailboxes")
    email = models.EmailField(unique=True)
    host = models.CharField(max_length=255)
    port = models.PositiveIntegerField(default=993)
    security = models.CharField(max_length=8, default="tls")
    user = models.CharField(max_length=254)
    sealed_secret = models.BinaryField(null=True, editable=False)
    folder = models.CharField(max_length=100, default="INBOX")
    done_folder = models.CharField(max_length=100, blank=True, default="Kairyluu")
    is_active = models.BooleanField(default=True)
    polled_at = models.DateTimeField(null=True, editable=False)
    failing_since = models.DateTimeField(null=True, editable=False)
    last_error = models.CharField(max_length=200, blank=True, default="", editable=False)

    class Meta:
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(security__in=SECURITIES), name="the_security_of_a_mailbox_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.email


class InboundLetter(models.Model):
    """One letter. `id` is also the key of the form it becomes, so it becomes one appeal however often; its files wait under
    that key. `digest` knows the same letter again: of its Message-ID and of what it says. `raw_sha256` is the letter as it
    came, in the store of files. `left_out` are files that are not kept apart, each with a code why; `headers` are those
    that tell people from machines. `hinted` is the appeal whose number stands in the subject, which anybody can write."""

    id = models.UUIDField(primary_key=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="letters")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="letters")
    digest = models.CharField(max_length=64)
    message_id = models.CharField(max_length=500, blank=True, default="")
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10, default=kinds.WAITING)
    received_at = models.DateTimeField()
    fetched_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sender_name = models.CharField(max_length=200, blank=True, default="")
    sender_address = models.CharField(max_length=254, blank=True, default="")
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField(blank=True, default="")
    headers = models.JSONField(default=dict)
    troubles = models.JSONField(default=list)
    left_out = models.JSONField(default=list)
    raw_sha256 = models.CharField(max_length=64, blank=True, default="", db_index=True)
    raw_size = models.PositiveBigIntegerField()
    appeal = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="letters")
    hinted = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, blank=True, default="")
    note = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.TextField(blank=True, default="")
    is_acknowledged = models.BooleanField(default=False)

    class Meta:
        ordering = ["received_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "digest"], name="a_letter_is_kept_once"),
            models.CheckConstraint(condition=Q(kind__in=kinds.KINDS), name="the_kind_of_a_letter_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=kinds.STATES), name="the_state_of_a_letter_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(kinds.TAKEN_IN, kinds.ATTACHED), appeal__isnull=False)
                | ~Q(state__in=(kinds.TAKEN_IN, kinds.ATTACHED)) & Q(appeal__isnull=True),
                name="a_settled_letter_has_its_appeal",
            ),
            models.CheckConstraint(
                condition=Q(state=kinds.NO_APPEAL) & ~Q(reason="") | ~Q(state=kinds.NO_APPEAL) & Q(reason=""),
                name="no_appeal_has_its_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "received_at"], name="letters_of_a_body"),
            models.Index(fields=["body", "sender_address", "decided_at"], name="letters_of_a_sender"),
        ]

    def __str__(self) -> str:
        return str(self.id)
