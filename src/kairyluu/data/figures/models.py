"""What is kept so that figures are quick: what each appeal contributes, the sums of it, and which appeals changed since.

Nothing here is a source: all of it can be made anew from the appeals (`usecases.figures.rebuild`), and `check_figures` compares."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Change(models.Model):
    """An appeal of which something changed that figures count; written by triggers in the act's own transaction, taken away
    when it is folded. No foreign key, no lock: clerks never wait for one another here."""

    appeal_id = models.UUIDField()

    class Meta:
        ordering = ["id"]


class Fact(models.Model):
    """What one appeal contributes to the cells, as it was folded last. The arrays of `happenings`, `days` and `values` go together;
    `columns` are those of `happenings.COLUMNS` in their order, NULL where not known."""

    appeal_id = models.UUIDField(primary_key=True)
    body_id = models.BigIntegerField()
    happenings = ArrayField(models.SmallIntegerField())
    days = ArrayField(models.DateField())
    values = ArrayField(models.IntegerField())
    columns = ArrayField(models.TextField(null=True))

    class Meta:
        ordering = ["appeal_id"]


class Cell(models.Model):
    """How often a happening was there. `dimension` is the place in `happenings.COLUMNS` counted from 1, 0: not broken down; `key` is empty where it is not known;
    `body_id` 0 is all bodies. `grain` m: `day` is the first of a month, d: a day. Which grains are kept is said in
    `folding.CELLS`."""

    pk = models.CompositePrimaryKey("dimension", "grain", "body_id", "happening", "day", "key", "value")
    dimension = models.SmallIntegerField()
    grain = models.CharField(max_length=1)
    body_id = models.BigIntegerField()
    happening = models.SmallIntegerField()
    day = models.DateField()
    key = models.TextField(blank=True, default="", db_collation="C")
    value = models.IntegerField()
    n = models.BigIntegerField()
