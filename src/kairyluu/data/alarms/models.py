"""Alarms: what was raised, who was told by which way, what became of each message, who answered. What was done is
append-only by trigger; of an alarm itself only where it stands moves on. The caller's number stays with the call: there
it is taken out when the call becomes confidential."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kairyluu.data.agencies.models import Body, Line, Official
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call
from kairyluu.data.reference.models import UrgentClass
from kairyluu.data.reference.provenance import Sourced
from kairyluu.rules.calls import alarms


class ChainStep(Sourced):
    """One row of who is told of an alarm. A body with rows of its own follows those alone; an empty `body_code` is
    every other body. `duty_posts` are the duty list in its order."""

    code = models.CharField(max_length=80, unique=True)
    body_code = models.CharField(max_length=80, blank=True, default="")
    step = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=10)
    duty_posts = models.TextField(blank=True, default="", help_text="codes of the posts on duty, parted by |")
    minutes = models.PositiveSmallIntegerField(default=alarms.DEFAULT_MINUTES)

    class Meta:
        ordering = ["body_code", "step", "code"]
        constraints = [
            models.CheckConstraint(condition=Q(who__in=alarms.WHO), name="who_is_told_is_known"),
            models.CheckConstraint(
                condition=Q(step__gte=1, minutes__gte=1), name="a_step_has_a_number_and_minutes"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Alarm(models.Model):
    """`words` are the content as typed so far; of a confidential call or appeal they lie in `sealed_words` instead (see
    `sealing`). `*_titles` are the titles of the post at that moment by language. `kept_from` and `kept_bodies` are row ids of whom it was about when it
    was raised; what is learned later is read from the call and the appeal. `step` counts those that were told,
    `next_at` is when the next one is, or, once the chain `is_at_end`, when everybody told so far is told again;
    `rounds` counts that. None once somebody answered."""

    id = models.UUIDField(primary_key=True)
    raising_key = models.UUIDField(unique=True)
    urgent_class = models.ForeignKey(UrgentClass, on_delete=models.PROTECT, related_name="alarms")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="alarms")
    line = models.ForeignKey(Line, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    call = models.ForeignKey(Call, null=True, on_delete=models.PROTECT, related_name="alarms")
    appeal = models.ForeignKey(Appeal, null=True, on_delete=models.PROTECT, related_name="alarms")
    words = models.TextField(blank=True, default="")
    sealed_words = models.BinaryField(null=True)
    is_drill = models.BooleanField(default=False)
    kept_from = models.JSONField(default=list)
    kept_bodies = models.JSONField(default=list)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="alarms_raised")
    raised_by_name = models.TextField()
    raised_by_post = models.TextField(blank=True, default="")
    raised_by_titles = models.JSONField(default=dict)
    step = models.PositiveSmallIntegerField(default=0)
    rounds = models.PositiveIntegerField(default=0)
    is_at_end = models.BooleanField(default=False)
    next_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-raised_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, closed_at__isnull=True)
                | Q(acknowledged_at__isnull=False),
                name="an_alarm_is_closed_after_somebody_answered",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True) | Q(next_at__isnull=True),
                name="an_answered_alarm_goes_no_further",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True) | Q(acknowledged_at__gte=F("raised_at")),
                name="an_alarm_is_answered_after_it_was_raised",
            ),
            models.CheckConstraint(
                condition=Q(words="") | Q(sealed_words__isnull=True), name="words_are_sealed_or_in_clear"
            ),
        ]
        indexes = [
            models.Index(fields=["body", "-raised_at"], name="alarms_of_a_body"),
            models.Index(fields=["next_at"], condition=Q(next_at__isnull=False), name="alarms_going_on"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class AlarmNotice(models.Model):
    """One message to one person by one way. `address` is a telephone or an e-mail address, empty for the screen.
    `round` is 0 when he was told first, then which time everybody was told again."""

    id = models.UUIDField(primary_key=True)
    alarm = models.ForeignKey(Alarm, on_delete=models.PROTECT, related_name="notices")
    step = models.PositiveSmallIntegerField()
    round = models.PositiveIntegerField(default=0)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="alarm_notices")
    official_name = models.TextField()
    official_post = models.TextField(blank=True, default="")
    official_titles = models.JSONField(default=dict)
    channel = models.CharField(max_length=10)
    address = models.CharField(max_length=254, blank=True, default="")
    language = models.CharField(max_length=2)
    wanted_at = models.DateTimeField()

    class Meta:
        ordering = ["wanted_at", "step", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["alarm", "official", "channel", "round"], name="a_person_is_told_once_a_round"
            ),
            models.CheckConstraint(condition=Q(channel__in=alarms.CHANNELS), name="the_way_is_known"),
        ]
        indexes = [models.Index(fields=["wanted_at"], name="alarm_notices_by_moment")]

    def __str__(self) -> str:
        return str(self.id)


class AlarmMark(models.Model):
    """What became of a message: handed over to its gateway, refused, put off, delivered, read. `detail` is the
    gateway's reference or its reason. Only putting off happens more than once."""

    notice = models.ForeignKey(AlarmNotice, on_delete=models.PROTECT, related_name="marks")
    what = models.CharField(max_length=12)
    at = models.DateTimeField()
    detail = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "what"],
                condition=~Q(what=alarms.DEFERRED),
                name="a_mark_is_made_once",
            ),
            models.CheckConstraint(condition=Q(what__in=alarms.MARKS), name="the_mark_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.what}"


class AlarmAnswer(models.Model):
    """Somebody acknowledged the alarm, or closed it with the words of what was done. `way`: desk or link."""

    alarm = models.ForeignKey(Alarm, on_delete=models.PROTECT, related_name="answers")
    what = models.CharField(max_length=12)
    at = models.DateTimeField()
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="alarm_answers")
    official_name = models.TextField()
    official_post = models.TextField(blank=True, default="")
    official_titles = models.JSONField(default=dict)
    way = models.CharField(max_length=8)
    words = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["alarm", "official", "what"], name="a_person_answers_once"),
            models.UniqueConstraint(
                fields=["alarm"], condition=Q(what=alarms.CLOSED), name="an_alarm_is_closed_once"
            ),
            models.CheckConstraint(
                condition=Q(what__in=(alarms.ACKNOWLEDGED, alarms.CLOSED)), name="the_answer_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.alarm_id} {self.what}"
