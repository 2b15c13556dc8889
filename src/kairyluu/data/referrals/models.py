"""What was referred to law enforcement, and what came of it. What was told stays as it was, by trigger; only where the
referral stands moves on, each time with a line of its own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call
from kairyluu.data.reference.models import LawReceiver
from kairyluu.rules.calls import referrals


class Referral(models.Model):
    """`number` counts nothing: a gap would tell of one that its reader may not see. `text` is what was told; `applicant` is empty where no name was given
    on. `address` is where it went: an e-mail address, a telephone, a postal address. `spoken_*` and `their_reference`
    are of a telephone call. `kept_from`, `kept_bodies`: row ids of whom it is about. Moments of the clock are its own:
    no calendar applies."""

    id = models.UUIDField(primary_key=True)
    sending_key = models.UUIDField(unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="referrals")
    number = models.CharField(max_length=16, unique=True)
    call = models.ForeignKey(Call, null=True, on_delete=models.PROTECT, related_name="referrals")
    appeal = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="referrals")
    receiver = models.ForeignKey(LawReceiver, on_delete=models.PROTECT, related_name="referrals")
    receiver_name = models.TextField()
    matter = models.CharField(max_length=12)
    tense = models.CharField(max_length=12)
    text = models.TextField()
    applicant = models.TextField(blank=True, default="")
    language = models.CharField(max_length=2)
    channel = models.CharField(max_length=10)
    address = models.TextField(blank=True, default="")
    spoken_name = models.TextField(blank=True, default="")
    spoken_post = models.TextField(blank=True, default="")
    their_reference = models.TextField(blank=True, default="")
    kept_from = models.JSONField(default=list)
    kept_bodies = models.JSONField(default=list)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="referrals_sent")
    sent_by_name = models.TextField()
    sent_by_post = models.TextField(blank=True, default="")
    state = models.CharField(max_length=12, default=referrals.SENT)
    acknowledge_by = models.DateTimeField()
    answer_by = models.DateTimeField()
    next_reminder_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-sent_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=referrals.CHANNELS), name="the_channel_is_known"),
            models.CheckConstraint(condition=Q(matter__in=referrals.MATTERS), name="the_matter_is_known"),
            models.CheckConstraint(condition=Q(tense__in=referrals.TENSES), name="one_of_three_tenses"),
            models.CheckConstraint(
                condition=Q(state=referrals.SENT, acknowledged_at__isnull=True, answered_at__isnull=True)
                | Q(state=referrals.ACKNOWLEDGED, acknowledged_at__isnull=False, answered_at__isnull=True)
                | Q(state=referrals.ANSWERED, acknowledged_at__isnull=False, answered_at__isnull=False),
                name="a_referral_stands_where_its_moments_say",
            ),
            models.CheckConstraint(
                condition=Q(state=referrals.ANSWERED, next_reminder_at__isnull=True)
                | ~Q(state=referrals.ANSWERED),
                name="an_answered_referral_reminds_nobody",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "-sent_at"], name="referrals_of_a_body"),
            models.Index(
                fields=["next_reminder_at"],
                condition=Q(next_reminder_at__isnull=False),
                name="referrals_to_remind_of",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ReferralMark(models.Model):
    """What was learned or done later. `number` and `on` are the receiver's own; `words` his answer, or how it became
    known; of a reminder `words` are the names of whom it went to."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="marks")
    what = models.CharField(max_length=12)
    at = models.DateTimeField()
    official = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    official_name = models.TextField(blank=True, default="")
    number = models.CharField(max_length=80, blank=True, default="")
    on = models.DateField(null=True)
    words = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=referrals.MARKS), name="the_mark_of_a_referral_is_known"
            ),
            models.UniqueConstraint(
                fields=["referral", "what"],
                condition=~Q(what=referrals.REMINDED),
                name="acknowledged_and_answered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id} {self.what}"
