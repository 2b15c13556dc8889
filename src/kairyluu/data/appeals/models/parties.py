"""Who sent the appeal, who signed with them, and whom it is about. Kept apart from the appeal: personal data."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official, Territory
from kairyluu.data.appeals.models.appeal import Appeal
from kairyluu.data.appeals.models.searching import searchable


class Applicant(models.Model):
    """The sender (`role` main) or a co-signer. An organisation has a legal form and name, the person fields then
    name its representative."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="applicants")
    role = models.CharField(max_length=10, default="main")
    position = models.PositiveIntegerField(default=0)
    is_organisation = models.BooleanField(default=False)
    legal_form = models.TextField(blank=True, default="")
    organisation = models.TextField(blank=True, default="")
    surname = models.TextField(blank=True, default="")
    given_name = models.TextField(blank=True, default="")
    patronymic = models.TextField(blank=True, default="")
    personal_number = models.CharField(max_length=14, blank=True, default="")
    phone = models.CharField(max_length=16, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    home_territory = models.ForeignKey(
        Territory, null=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    home_address = models.TextField(blank=True, default="")
    postal_address = models.TextField(blank=True, default="")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="applications",
        db_index=False,
    )
    vouched_by = models.CharField(
        max_length=40,
        blank=True,
        default="",
        help_text="code of the identity provider that confirmed the name",
    )
    signature = models.CharField(
        max_length=14, default="signed", help_text="of a collective appeal: signed, withdrawn, not_confirmed"
    )
    is_representative = models.BooleanField(default=False, help_text="speaks for all who signed")

    search = searchable("surname", "given_name", "patronymic", "organisation")

    class Meta:
        ordering = ["appeal_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "position"], name="applicants_stand_in_order"),
            models.UniqueConstraint(fields=["appeal"], condition=Q(role="main"), name="one_main_applicant"),
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(is_representative=True), name="one_representative"
            ),
            models.CheckConstraint(
                condition=Q(signature__in=["signed", "withdrawn", "not_confirmed"]),
                name="a_signature_is_in_a_known_state",
            ),
        ]
        indexes = [
            models.Index(fields=["account"], condition=Q(account__isnull=False), name="applicant_by_account"),
            models.Index(fields=["phone"], condition=~Q(phone=""), name="applicant_by_phone"),
            GinIndex(
                fields=["search"], name="applicant_search", fastupdate=True, gin_pending_list_limit=1024
            ),
        ]

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def display_name(self) -> str:
        """The organisation with its form, or the person."""
        return f"{self.legal_form} «{self.organisation}»".strip() if self.is_organisation else self.full_name


class ComplaintTarget(models.Model):
    """A body, an official or words naming whom the complaint is about. A named official never handles it, nor, where
    a body stands without an official, anybody of that body."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="targets")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, db_index=False)
    official = models.ForeignKey(Official, null=True, on_delete=models.PROTECT)
    description = models.TextField(blank=True, default="")
    suspect_ids = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="officials whom the words may mean: kept away as if named until a person has decided",
    )
    match_decided_at = models.DateTimeField(
        null=True, help_text="a person compared the words with the officials"
    )
    match_decided_by = models.ForeignKey(
        Official, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=False) | Q(official__isnull=False) | ~Q(description=""),
                name="a_target_names_somebody",
            )
        ]
        indexes = [
            models.Index(
                fields=["body"],
                condition=Q(body__isnull=False, official__isnull=True),
                name="bodies_complained_about",
            ),
            GinIndex(
                fields=["suspect_ids"], condition=Q(match_decided_at__isnull=True), name="suspects_undecided"
            ),
        ]

    @property
    def is_doubtful(self) -> bool:
        """The words may mean somebody, and nobody has decided yet."""
        return bool(self.suspect_ids) and self.match_decided_at is None
