"""What is kept so that figures are quick: what each appeal contributes, the sums of it, and which appeals changed since; and the
questions officials put to them again and again.

None of the sums is a source: all of it can be made anew from the appeals (`usecases.figures.rebuild`), and `check_figures` compares."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kairyluu.data.agencies.models import Body, Official
from kairyluu.rules.figures.crossing import DIRECTIONS


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
    """How often a happening was there. `dimension` is the place in `happenings.COLUMNS` counted from 1, 0: not broken down, from 100 on the
    same of confidential appeals alone; `key` is empty where it is not known;
    `body_id` 0 is all bodies, with a minus the id of a branch. `grain` y, m: `day` is the first of a year or month, d: a day, t: the first of a third of a month;
    Y, M: the last day of a reach, c: that of a quarter to which the year is summed. Which are kept is said in `sums`."""

    pk = models.CompositePrimaryKey("dimension", "grain", "body_id", "happening", "day", "key", "value")
    dimension = models.SmallIntegerField()
    grain = models.CharField(max_length=1)
    body_id = models.BigIntegerField()
    happening = models.SmallIntegerField()
    day = models.DateField()
    key = models.TextField(blank=True, default="", db_collation="C")
    value = models.IntegerField()
    n = models.BigIntegerField()


class Reach(models.Model):
    """A day to which sums of its month and its year are kept (`reaches`)."""

    last = models.DateField(primary_key=True)


class Branch(models.Model):
    """Bodies whose sums are kept together (`branches`). Never changed: other bodies are another branch, and this one goes when nobody
    can be reading it any more."""

    bodies = ArrayField(models.BigIntegerField(), unique=True)
    unwanted_since = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]


class SavedView(models.Model):
    """A question to the figures under a name. `asked` is as in the address of the page: period (also one that moves with the day), by, body,
    figure, where. `is_shared` with who holds a post in `body`. With a `figure` it is looked at each morning: `is_beyond` its limit
    since `told_at`."""

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="saved_views")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    asked = models.JSONField()
    is_shared = models.BooleanField(default=False)
    figure = models.CharField(max_length=40, blank=True, default="")
    direction = models.CharField(max_length=5, blank=True, default="")
    limit = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    is_beyond = models.BooleanField(default=False)
    told_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(figure="", limit__isnull=True)
                | Q(~Q(figure=""), limit__isnull=False, direction__in=DIRECTIONS),
                name="a_watched_figure_has_its_limit",
            )
        ]

    def __str__(self) -> str:
        return self.name
