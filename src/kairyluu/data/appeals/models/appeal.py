"""The appeal itself: what was sent, where it stands and until when."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from kairyluu.data.agencies.models import Body, Post
from kairyluu.data.appeals.models.naming import PARTS, Named, named_on
from kairyluu.data.appeals.models.register import RegisterBook
from kairyluu.data.appeals.models.searching import searchable
from kairyluu.data.reference.models import Channel, Outcome, Topic
from kairyluu.rules import states
from kairyluu.rules.facts import AppealFacts


class Appeal(models.Model):
    """`id` is time-ordered and public; `submission_key` is what makes sending twice one appeal;
    `secret_hash` is a keyed hash of the secret code, hex. `due_on` is the day that matters now: the registration day
    while received, the consideration day afterwards, empty when closed."""

    id = models.UUIDField(primary_key=True)
    submission_key = models.UUIDField(unique=True)
    submission_digest = models.CharField(max_length=64)
    tracking_number = models.CharField(max_length=16, unique=True)
    secret_hash = models.CharField(max_length=64)

    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False)
    addressed_body = models.ForeignKey(
        Body,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="whom the applicant wrote to, where another body considers the complaint",
    )
    came_because = models.CharField(
        max_length=20, blank=True, default="", help_text="body_named or head_named: why it is with this body"
    )
    addressee_post = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, db_index=False)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, db_index=False)
    kind = models.CharField(max_length=12)
    topic = models.ForeignKey(Topic, null=True, on_delete=models.PROTECT, db_index=False)
    subject = models.TextField()
    text = models.TextField()
    reply_language = models.CharField(max_length=2)
    is_collective = models.BooleanField(default=False)
    n_cosigners = models.PositiveIntegerField(default=0)
    source_number = models.TextField(
        blank=True, default="", help_text="number and date given by who forwarded it"
    )
    instruction_version = models.CharField(max_length=20, blank=True, default="")

    origin = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="legs",
        db_index=False,  # appeal_legs
        help_text="the first of a chain of hands",
    )
    n_hops = models.PositiveSmallIntegerField(default=0, help_text="how often it was given away before")
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged", db_index=False
    )

    state = models.CharField(max_length=24, default=states.RECEIVED)
    is_open = models.BooleanField(default=True)
    is_under_control = models.BooleanField(default=False)
    is_withheld = models.BooleanField(
        default=False,
        help_text="went above because of whom it is about: nobody of this body sees it any more",
    )
    is_confidential = models.BooleanField(default=False, help_text="seen by named persons only")
    received_at = models.DateTimeField()
    counted_received_at = models.DateTimeField(
        null=True, help_text="where it came outside office hours: the next working moment"
    )
    due_on = models.DateField(null=True)
    registration_due_on = models.DateField()

    book = models.ForeignKey(RegisterBook, null=True, on_delete=models.PROTECT, db_index=False)
    serial = models.PositiveIntegerField(null=True)
    number = models.TextField(blank=True, default="")
    registered_at = models.DateTimeField(null=True)
    registered_on = models.DateField(null=True)
    consideration_due_on = models.DateField(null=True)
    deadline_reasons = models.JSONField(
        default=dict, help_text="registration and consideration: day, term, days skipped"
    )

    closed_at = models.DateTimeField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.ForeignKey(Outcome, null=True, on_delete=models.PROTECT, db_index=False)
    version = models.PositiveIntegerField(
        default=1, help_text="counted up at each act; guards two clerks at once"
    )

    search = searchable("number", "tracking_number", "subject", "text")

    class Meta:
        ordering = ["-received_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["book", "serial"], name="a_serial_is_given_once_per_book"),
            models.CheckConstraint(
                condition=Q(state=states.RECEIVED, registered_at__isnull=True, serial__isnull=True, number="")
                | Q(
                    ~Q(state=states.RECEIVED) & ~Q(number=""),
                    registered_at__isnull=False,
                    registered_on__isnull=False,
                    serial__isnull=False,
                    book__isnull=False,
                    consideration_due_on__isnull=False,
                ),
                name="a_registered_appeal_has_its_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(
                    is_open=True, closed_at__isnull=True, closed_on__isnull=True, due_on__isnull=False
                )
                | Q(is_open=False, closed_at__isnull=False, closed_on__isnull=False, due_on__isnull=True),
                name="an_open_appeal_has_a_due_day_and_a_closed_one_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(states.FINAL), is_open=False)
                | Q(~Q(state__in=sorted(states.FINAL)), is_open=True),
                name="final_states_are_closed",
            ),
            models.CheckConstraint(condition=Q(state__in=sorted(states.STATES)), name="the_state_is_known"),
            models.CheckConstraint(
                condition=Q(kind__in=["proposal", "application", "complaint"]), name="the_kind_is_known"
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "due_on", "id"], condition=Q(is_open=True), name="appeal_open_by_due_day"
            ),
            models.Index(
                fields=["body", "state", "due_on", "id"],
                condition=Q(is_open=True),
                name="appeal_open_by_state",
            ),
            models.Index(
                fields=["body", "due_on", "id"],
                condition=Q(is_open=True, is_under_control=True),
                name="appeal_under_control",
            ),
            models.Index(fields=["body", "-received_at", "-id"], name="appeal_by_receipt"),
            models.Index(
                fields=["body", "state", "-received_at", "-id"],
                condition=Q(is_open=False),
                name="appeal_closed_by_state",
            ),
            models.Index(
                fields=["body", "number"],
                opclasses=["int8_ops", "text_pattern_ops"],
                condition=~Q(number=""),
                name="appeal_number_begins",
            ),
            models.Index(fields=["body", "registered_on", "serial"], name="appeal_by_registration"),
            models.Index(
                fields=["body", "registered_on"],
                include=["registration_due_on", "is_withheld", "id"],
                condition=Q(registered_on__isnull=False),
                name="appeal_counted_registered",
            ),
            models.Index(
                fields=["body", "registration_due_on"],
                condition=Q(registered_on__gt=F("registration_due_on")),
                name="appeal_registered_late",
            ),
            models.Index(
                fields=["body", "closed_on"],
                include=["state", "consideration_due_on", "is_withheld", "id", "topic", "kind", "channel"],
                condition=Q(is_open=False),
                name="appeal_counted_closed",
            ),
            models.Index(
                fields=["body", "consideration_due_on"],
                include=["state", "closed_on", "is_withheld", "id"],
                condition=Q(closed_on__gt=F("consideration_due_on")),
                name="appeal_counted_late",
            ),
            models.Index(
                fields=["body", "received_at"],
                include=["is_withheld", "id", "topic", "kind", "channel"],
                name="appeal_counted_received",
            ),
            models.Index(fields=["body", "id"], condition=Q(is_withheld=True), name="appeal_withheld"),
            models.Index(
                fields=["body", "received_at"],
                condition=Q(is_confidential=True) | Q(is_withheld=True),
                name="appeal_shut",
            ),
            models.Index(fields=["origin"], condition=Q(origin__isnull=False), name="appeal_legs"),
            models.Index(
                fields=["merged_into"], condition=Q(merged_into__isnull=False), name="appeal_merged"
            ),
            # An act gives a row a new place in every index; words wait in a short list and go in together, a fourth of
            # the work. A search reads the list too, so it is kept at 1 MB: about a millisecond.
            GinIndex(fields=["search"], name="appeal_search", fastupdate=True, gin_pending_list_limit=1024),
        ]

    # What `facts` reads: to be prefetched where it is asked of many.
    FACTS_PARTS = (*PARTS, "control_marks")

    def facts(self) -> AppealFacts:
        """What the rules may know. Reads assignments, targets and recusals: prefetch them when many are needed."""
        named = named_on(self)
        targets, work, recusals = (
            [one for one in named if one.kind == kind] for kind in ("target", "assignment", "recusal")
        )
        return AppealFacts(
            id=self.id,
            state=self.state,
            kind=self.kind,
            body_id=self.body_id,
            body_path=self.body.path,
            lead_official_id=next((a.official_id for a in work if a.is_lead), None),
            co_official_ids=frozenset(a.official_id for a in work if a.official_id and not a.is_lead),
            complained_official_ids=self._complained(targets),
            control_post_ids=self._control_posts(),
            complained_body_ids=frozenset(t.body_id for t in targets if t.body_id and not t.official_id),
            recused_official_ids=frozenset(r.official_id for r in recusals if r.official_id),
            is_withheld=self.is_withheld,
            confidant_ids=self._confidants(),
        )

    @staticmethod
    def _complained(targets: list[Named]) -> frozenset[int]:
        """Officials named, and those whom undecided words may mean."""
        suspects = {i for target in targets for i in target.suspect_ids}
        return frozenset({t.official_id for t in targets if t.official_id} | suspects)

    def _confidants(self) -> frozenset[int] | None:
        """No query for an appeal that is not confidential."""
        return frozenset(c.official_id for c in self.confidants.all()) if self.is_confidential else None

    def _control_posts(self) -> frozenset[int]:
        """No query while nothing is under control."""
        marks = self.control_marks.all() if self.is_under_control else ()
        return frozenset(mark.post_id for mark in marks if mark.lifted_at is None)

    def __str__(self) -> str:
        return self.number or self.tracking_number
