"""Sums of confidential appeals for themselves, so that nobody reads them one by one to take them from their keys."""

from django.db import migrations

from kairyluu.data.figures.sums import CELL, CONFIDENTIAL, DIMENSIONS, summed


def write(apps, schema_editor):
    for dimension in DIMENSIONS:
        if dimension >= CONFIDENTIAL:
            schema_editor.execute(
                f"INSERT INTO figures_cell ({CELL}, n) {summed(dimension, 'figures_fact')} ON CONFLICT DO NOTHING"
            )


def take_away(apps, schema_editor):
    schema_editor.execute("DELETE FROM figures_cell WHERE dimension >= %s", [CONFIDENTIAL])


class Migration(migrations.Migration):
    dependencies = [("figures", "0004_sums_by_year")]
    operations = [migrations.RunPython(write, take_away)]
