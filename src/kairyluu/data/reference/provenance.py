"""What every row of reference data carries: names in three languages, and where it is known from."""

from __future__ import annotations

from typing import Any

from django.db import models


class Status(models.TextChoices):
    """How far a row can be trusted; see data/README.md."""

    VERIFIED = "verified"
    SEED = "seed"
    UNVERIFIED = "unverified"
    SAMPLE = "sample"


class Sourced(models.Model):
    """`edited_fields` names what an administrator changed: loading leaves those alone and keeps the file's
    differing values in `differs` so that the difference can be shown."""

    status = models.CharField(max_length=12, choices=Status.choices, default=Status.UNVERIFIED)
    source = models.TextField(blank=True, default="")
    note = models.TextField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    edited_fields = models.JSONField(default=list, blank=True, editable=False)
    differs = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True


class Named(models.Model):
    name_ky = models.TextField()
    name_ru = models.TextField()
    name_en = models.TextField()

    class Meta:
        abstract = True

    def name(self, language: str) -> str:
        """The name in ``ky``, ``ru`` or ``en``; the Kyrgyz one where the asked one is empty."""
        value: Any = getattr(self, f"name_{language}", "")
        return str(value or self.name_ky)

    def __str__(self) -> str:
        return self.name_ky
