"""What few see is found by index: figures that leave it out look for it in every question."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("appeals", "0033_registers_by_page")]
    operations = [
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                fields=["body", "received_at"],
                condition=Q(is_confidential=True) | Q(is_withheld=True),
                name="appeal_shut",
            ),
        ),
    ]
