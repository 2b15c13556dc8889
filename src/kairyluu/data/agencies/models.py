"""The directory: territories, bodies, departments, posts, officials and who held which post when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kairyluu.data.reference.provenance import Named, Sourced


class Territory(Named, Sourced):
    code = models.CharField(max_length=60, unique=True)
    iso = models.CharField(max_length=8, blank=True, default="")
    kind = models.CharField(max_length=20)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    aliases = models.TextField(blank=True, default="")
    valid_from = models.CharField(max_length=10, blank=True, default="")
    soate = models.CharField(max_length=14, blank=True, default="")

    class Meta:
        ordering = ["code"]


class Body(Named, Sourced):
    """A state or local body. `path` is the codes from the top down to this body, each followed by a slash, so that
    a subtree is a prefix. `is_open` means citizens may address it: only the configuration check lets it be set."""

    code = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=40)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=500, db_index=True)
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.PROTECT)
    short_ky = models.TextField(blank=True, default="")
    short_ru = models.TextField(blank=True, default="")
    short_en = models.TextField(blank=True, default="")
    aliases = models.TextField(blank=True, default="")
    phone = models.TextField(blank=True, default="")
    trust_phone = models.TextField(blank=True, default="")
    trust_phone_e164 = models.CharField(
        max_length=80, blank=True, default="", help_text="several are parted by |"
    )
    hours = models.JSONField(
        default=dict, blank=True, help_text="summer_hours, summer_lunch, winter_hours, winter_lunch"
    )
    address = models.TextField(blank=True, default="")
    email_domain = models.TextField(blank=True, default="")
    website = models.TextField(blank=True, default="")
    participation = models.CharField(max_length=16, default="mandatory")
    receives_crime_reports = models.BooleanField(default=False)
    successor_code = models.CharField(max_length=80, blank=True, default="")
    soate = models.CharField(max_length=14, blank=True, default="")
    register_pattern = models.CharField(max_length=60, blank=True, default="")
    register_index = models.CharField(
        max_length=20, blank=True, default="", help_text="the body's mark in its numbers"
    )
    answer_check = models.CharField(
        max_length=8,
        blank=True,
        default="",
        choices=[("block", "block"), ("reason", "reason")],
        help_text="a question left open in an answer blocks it or asks for a reason",
    )
    is_open = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "bodies"

    def short(self, language: str) -> str:
        """The short name in ``ky``, ``ru`` or ``en``, or the full one."""
        return str(getattr(self, f"short_{language}", "") or self.name(language))


class Line(Named, Sourced):
    """A trust telephone of a body: regulation of the Alai line, I.1–I.3. Empty `posts` means every operator's post of
    the body; empty season days are those of the settings. A caller without a name can be registered, and a call can be
    recorded, only where `takes_anonymous` and `records_calls` say so: the law is silent, so they are off."""

    code = models.CharField(max_length=60, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="lines")
    number = models.TextField(help_text="as people write it")
    number_e164 = models.CharField(max_length=16)
    purpose_ky = models.TextField(blank=True, default="")
    purpose_ru = models.TextField(blank=True, default="")
    purpose_en = models.TextField(blank=True, default="")
    hours = models.JSONField(default=dict, blank=True, help_text="as of a body")
    summer_from = models.CharField(max_length=5, blank=True, default="")
    winter_from = models.CharField(max_length=5, blank=True, default="")
    posts = models.TextField(blank=True, default="", help_text="codes of the posts that answer, parted by |")
    languages = models.CharField(max_length=20, default="ky|ru")
    takes_anonymous = models.BooleanField(default=False)
    records_calls = models.BooleanField(default=False)
    closed_ky = models.TextField(blank=True, default="", help_text="what a caller is told outside hours")
    closed_ru = models.TextField(blank=True, default="")
    closed_en = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["code"]

    def purpose(self, language: str) -> str:
        return str(getattr(self, f"purpose_{language}", "") or self.purpose_ky)

    def told_when_closed(self, language: str) -> str:
        return str(getattr(self, f"closed_{language}", "") or self.closed_ky)


class Department(Named, Sourced):
    code = models.CharField(max_length=100, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="departments")

    class Meta:
        ordering = ["code"]


class Post(Sourced):
    """A post in a body; its `role` decides what its holder may do."""

    code = models.CharField(max_length=120, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="posts")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.PROTECT)
    role = models.CharField(max_length=24)
    title_ky = models.TextField()
    title_ru = models.TextField()
    title_en = models.TextField()
    is_public = models.BooleanField(default=False, help_text="shown in the directory of heads")
    rank = models.PositiveSmallIntegerField(default=50, help_text="order within the body; the head is 1")
    reception_days = models.TextField(blank=True, default="", help_text="ISO weekdays, comma-separated: 1,3")
    reception_hours = models.TextField(blank=True, default="", help_text="HH:MM-HH:MM")
    reception_place = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["body_id", "rank", "id"]

    def title(self, language: str) -> str:
        return str(getattr(self, f"title_{language}", "") or self.title_ky)

    def __str__(self) -> str:
        return self.code


class Official(Sourced):
    """A person who holds or held a post. Kept for ever: past acts name him."""

    code = models.CharField(max_length=80, unique=True)
    surname = models.TextField()
    given_name = models.TextField()
    patronymic = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["surname", "given_name", "id"]

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def initials(self) -> str:
        letters = [f"{part[0]}." for part in (self.given_name, self.patronymic) if part]
        return f"{self.surname} {''.join(letters)}".strip()

    def __str__(self) -> str:
        return self.full_name


class Tenure(models.Model):
    """An official in a post from a day to a day (both included; an empty end is open). With `stands_in_for` set the
    official acts for another tenure's holder in that post."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="tenures")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    stands_in_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="stand_ins"
    )
    basis = models.TextField(blank=True, default="", help_text="the order of appointment")

    class Meta:
        ordering = ["-starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="tenure_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["post", "official", "starts_on"], name="a_tenure_is_recorded_once"
            ),
        ]
        indexes = [models.Index(fields=["official", "starts_on"])]

    def __str__(self) -> str:
        return f"{self.official} · {self.post}"
