"""A look at a list names the appeals that were shown."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [
        migrations.AddField(
            model_name="look",
            name="appeal_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), null=True, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="look",
            index=django.contrib.postgres.indexes.GinIndex(fields=["appeal_ids"], name="looks_in_lists"),
        ),
    ]
