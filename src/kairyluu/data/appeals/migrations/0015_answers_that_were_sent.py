"""Answers that were sent before are found by later ones too; new ones get their print when they are sent."""

from __future__ import annotations

from typing import Any

from django.db import migrations

BATCH = 500


def add(apps: Any, schema_editor: Any) -> None:
    from kairyluu.rules.quality.near_copies import bands, boilerplate_of, n_words, own_words

    answers, prints = apps.get_model("appeals", "Answer"), apps.get_model("appeals", "AnswerPrint")
    templates = apps.get_model("reference", "AnswerTemplate").objects.order_by("pk")
    fixed = {
        language: boilerplate_of(templates.filter(language=language).values_list("text", flat=True))
        for language in ("ky", "ru", "en")
    }
    waiting: list[Any] = []
    sent = answers.objects.filter(sent_at__isnull=False).order_by("pk")
    fields = ("appeal_id", "appeal__body__code", "language", "text", "measures")
    for appeal_id, body, language, text, measures in sent.values_list(*fields).iterator(BATCH):
        own = own_words(f"{text}\n{measures}", fixed.get(language, ""))
        waiting.append(prints(appeal_id=appeal_id, n_words=n_words(own), bands=list(bands(own, body))))
        if len(waiting) == BATCH:
            prints.objects.bulk_create(waiting, ignore_conflicts=True)
            waiting = []
    prints.objects.bulk_create(waiting, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("appeals", "0014_counted_for_heads"), ("reference", "0005_empty_phrases")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=True)]
