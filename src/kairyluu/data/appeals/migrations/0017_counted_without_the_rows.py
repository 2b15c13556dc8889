"""Late answers and receipts are counted from the index alone, the rows are not read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("appeals", "0016_copy_reason"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="appeal",
            name="appeal_closed_late",
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                condition=models.Q(("closed_on__gt", models.F("consideration_due_on"))),
                fields=["body", "consideration_due_on"],
                include=("state", "closed_on", "is_withheld", "id"),
                name="appeal_counted_late",
            ),
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                fields=["body", "received_at"], include=("is_withheld", "id"), name="appeal_counted_received"
            ),
        ),
    ]
