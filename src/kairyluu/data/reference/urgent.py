"""What makes a message urgent, and who of law enforcement is told of it: data that an administrator edits."""

from __future__ import annotations

from django.db import models

from kairyluu.data.reference.provenance import Named, Sourced


class UrgentWord(Sourced):
    """A word that makes an urgent class likely. `classes` are codes of urgent classes parted by `|`; `part` is what it
    is in the sentence: the deed, its context, a sign that it is real, or what calms (weight below zero). A stem may be
    several words, each with any ending; `=` behind a word: this form only."""

    classes = models.CharField(max_length=40)
    part = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    stem = models.CharField(max_length=80)
    weight = models.FloatField()

    class Meta:
        ordering = ["classes", "part", "language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["classes", "part", "language", "stem"], name="an_urgent_word_stands_once"
            )
        ]

    def __str__(self) -> str:
        return self.stem


class LawReceiver(Named, Sourced):
    """Who of law enforcement receives what the telephone hears. `territory` is the code of its district, empty for the
    whole republic; `matters` are codes parted by `|`. `channels` are the ways to reach it, parted by `|`, the first one
    offered first; an address that nobody has confirmed stays empty."""

    code = models.CharField(max_length=60, unique=True)
    territory = models.CharField(max_length=80, blank=True, default="")
    matters = models.CharField(max_length=80)
    body = models.CharField(max_length=80, blank=True, default="", help_text="its code among the bodies")
    channels = models.CharField(max_length=60)
    email = models.EmailField(blank=True, default="")
    telephone = models.CharField(max_length=60, blank=True, default="")
    postal_address = models.TextField(blank=True, default="")
    exchange_address = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["territory", "code"]
