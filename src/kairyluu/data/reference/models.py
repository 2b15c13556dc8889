"""Reference data edited by officials: topics, calendar, terms, grounds, channels, outcomes, texts, settings."""

from __future__ import annotations

from django.db import models

from kairyluu.data.reference.provenance import Named, Sourced
from kairyluu.data.reference.urgent import LawReceiver as LawReceiver
from kairyluu.data.reference.urgent import UrgentWord as UrgentWord
from kairyluu.rules.facts import APPEAL_KINDS


class Topic(Named, Sourced):
    code = models.CharField(max_length=80, unique=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    default_body_kind = models.CharField(max_length=40, blank=True, default="")
    default_body_code = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        ordering = ["code"]


class CalendarDay(Named, Sourced):
    """A date that differs from the plain Monday-to-Friday week. `scope` is the code of the territory or body the row
    is limited to, empty for the whole republic."""

    date = models.DateField()
    scope = models.CharField(max_length=80, blank=True, default="")
    kind = models.CharField(max_length=24)
    paired_date = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["date", "scope"]
        constraints = [models.UniqueConstraint(fields=["date", "scope"], name="one_row_per_day_and_scope")]


class CalendarOrder(models.Model):
    """A change of the calendar for the worker; `entry_id` is the journal's once it is done, `refused` the code if not."""

    id = models.UUIDField(primary_key=True)
    command = models.JSONField()
    n_touched = models.PositiveIntegerField()
    ordered_by = models.BigIntegerField(null=True)
    ordered_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    entry_id = models.BigIntegerField(null=True)
    refused = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        ordering = ["ordered_at", "id"]


class Term(Named, Sourced):
    """One dated variant of a statutory term; the columns of data/terms.csv."""

    code = models.CharField(
        max_length=40, unique=True, help_text="the id of the variant, e.g. consideration-14wd"
    )
    family = models.CharField(max_length=40, help_text="registration, consideration, extension ...")
    kind = models.CharField(
        max_length=16,
        blank=True,
        default="",
        choices=[(kind, kind) for kind in APPEAL_KINDS],
        help_text="the kind of appeal it is for; empty: every kind",
    )
    amount = models.PositiveIntegerField()
    unit = models.CharField(max_length=16)
    counts_from = models.CharField(max_length=24)
    first_day = models.CharField(max_length=16)
    roll = models.CharField(max_length=24)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    is_enabled = models.BooleanField(default=True)
    legal_basis = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["family", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["", *APPEAL_KINDS]), name="a_term_is_for_a_known_kind"
            )
        ]


class RefusalGround(Named, Sourced):
    """A listed ground on which an appeal may be left without consideration."""

    code = models.CharField(max_length=40, unique=True)
    legal_basis = models.TextField(blank=True, default="")
    requires_notice = models.CharField(max_length=24)
    warns_before_sending = models.BooleanField(default=False)
    citizen_can_fix = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]


class Channel(Named, Sourced):
    code = models.CharField(max_length=40, unique=True)
    form = models.CharField(max_length=12)
    block_a = models.CharField(max_length=40, blank=True, default="")
    block_c = models.CharField(max_length=40, blank=True, default="")
    block_d = models.CharField(max_length=40, blank=True, default="")
    counts_as_appeal = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]


class Outcome(Named, Sourced):
    code = models.CharField(max_length=40, unique=True)
    group = models.CharField(max_length=12)
    is_final = models.BooleanField(default=False)
    counts_as_positive = models.BooleanField(default=False)
    needs_reason = models.BooleanField(default=False)
    report_block = models.CharField(max_length=4, blank=True, default="")

    class Meta:
        ordering = ["id"]


class UrgentClass(Named, Sourced):
    code = models.CharField(max_length=24, unique=True)
    columns = models.JSONField(default=dict, help_text="the remaining columns of data/urgent_classes.csv")

    class Meta:
        ordering = ["code"]


class Setting(Named, Sourced):
    """A number or word that no text of law fixes; see data/settings.csv."""

    code = models.CharField(max_length=60, unique=True)
    value = models.TextField(blank=True)
    unit = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        ordering = ["code"]


class ContentPage(Sourced):
    """One version of a text of the portal in one language; the instruction, the act, help ..."""

    slug = models.CharField(max_length=40)
    language = models.CharField(max_length=2)
    version = models.CharField(max_length=20)
    effective_from = models.DateField()
    title = models.TextField()
    text = models.TextField(help_text="plain Markdown")

    class Meta:
        ordering = ["slug", "language", "-effective_from", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "language", "version"], name="one_text_per_version_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class AnswerTemplate(Sourced):
    """A text an executor may begin an answer from; `body_code` empty means every body."""

    code = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    body_code = models.CharField(max_length=80, blank=True, default="")
    outcome_code = models.CharField(max_length=40, blank=True, default="")
    name = models.TextField()
    text = models.TextField()

    class Meta:
        ordering = ["code", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "language", "body_code"], name="one_template_per_code_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.name


class EmptyPhrase(Sourced):
    """Words that say nothing: an answer made of them is no answer. Compared word by word, whatever the endings."""

    code = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    text = models.TextField()

    class Meta:
        ordering = ["language", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "language"], name="one_empty_phrase_per_code_and_language"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Procedure(Sourced):
    """How to turn to a body: for a topic, a body, a kind of body or anybody; `words` are what callers say of it."""

    code = models.CharField(max_length=60, unique=True)
    topic_code = models.CharField(max_length=60, blank=True, default="")
    body_kind = models.CharField(max_length=60, blank=True, default="")
    body_code = models.CharField(max_length=80, blank=True, default="")
    words = models.TextField(blank=True, default="")
    text_ky = models.TextField()
    text_ru = models.TextField()
    text_en = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["code"]

    def text(self, language: str) -> str:
        return str(getattr(self, f"text_{language}", "") or self.text_ky)

    def __str__(self) -> str:
        return self.text_ky


class Misconduct(Named, Sourced):
    """A kind of act that officials are complained of; `words` suggest it, a person decides."""

    code = models.CharField(max_length=60, unique=True)
    words = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["code"]


class Edition(models.Model):
    """A single row counted up by triggers at every change of reference data or the directory, so that each process
    knows when what it keeps in memory is old."""

    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_edition")]
