"""Days to which sums of a month and a year are kept; the sums themselves are made within the hour."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("figures", "0005_confidential_apart")]
    operations = [
        migrations.CreateModel(
            name="Reach", fields=[("last", models.DateField(primary_key=True, serialize=False))]
        ),
    ]
