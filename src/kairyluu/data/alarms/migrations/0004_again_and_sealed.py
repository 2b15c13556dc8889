"""Everybody is told again when the chain has come to its end; the words of a confidential call are sealed, once and for
all; titles are kept in each language."""

from importlib import import_module

from django.db import migrations, models
from django.db.models import Q

BEFORE = import_module("kairyluu.data.alarms.migrations.0003_no_number")
OLD = BEFORE.NEW
# Words may only be taken away into the seal, and a seal is never broken off; a new key may seal it anew.
NEW = (
    OLD.replace("NEW.words, ", "")
    .replace("OLD.words, ", "")
    .replace("NEW.raised_by_post)", "NEW.raised_by_post, NEW.raised_by_titles)")
    .replace("OLD.raised_by_post)", "OLD.raised_by_post, OLD.raised_by_titles)")
    .replace(
        "OR NEW.step < OLD.step",
        "OR NEW.step < OLD.step OR NEW.rounds < OLD.rounds\n"
        "        OR NEW.words IS DISTINCT FROM OLD.words AND NOT (NEW.words = '' AND NEW.sealed_words IS NOT NULL)\n"
        "        OR OLD.sealed_words IS NOT NULL AND NEW.sealed_words IS NULL\n"
        "        OR OLD.sealed_words IS NULL AND NEW.sealed_words IS NOT NULL AND OLD.words = ''",
    )
)


def _added(model: str, name: str, field: models.Field) -> migrations.AddField:
    return migrations.AddField(model_name=model, name=name, field=field)


class Migration(migrations.Migration):
    dependencies = [("alarms", "0003_no_number")]
    operations = [
        _added("alarm", "sealed_words", models.BinaryField(null=True)),
        _added("alarm", "rounds", models.PositiveIntegerField(default=0)),
        _added("alarm", "is_at_end", models.BooleanField(default=False)),
        _added("alarm", "raised_by_titles", models.JSONField(default=dict)),
        _added("alarmnotice", "round", models.PositiveIntegerField(default=0)),
        _added("alarmnotice", "official_titles", models.JSONField(default=dict)),
        _added("alarmanswer", "official_titles", models.JSONField(default=dict)),
        migrations.RemoveConstraint(model_name="alarmnotice", name="a_person_is_told_once_by_each_way"),
        migrations.AddConstraint(
            model_name="alarmnotice",
            constraint=models.UniqueConstraint(
                fields=["alarm", "official", "channel", "round"], name="a_person_is_told_once_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="alarm",
            constraint=models.CheckConstraint(
                condition=Q(words="") | Q(sealed_words__isnull=True), name="words_are_sealed_or_in_clear"
            ),
        ),
        migrations.RunSQL(NEW, OLD),
    ]
