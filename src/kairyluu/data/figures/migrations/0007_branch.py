"""Bodies whose sums are kept together; the sums themselves are made within the hour."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("figures", "0006_reach")]
    operations = [
        migrations.CreateModel(
            name="Branch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bodies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None, unique=True
                    ),
                ),
                ("unwanted_since", models.DateTimeField(null=True)),
            ],
            options={"ordering": ["id"]},
        ),
    ]
