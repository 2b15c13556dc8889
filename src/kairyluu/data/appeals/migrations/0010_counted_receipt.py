"""The moment from which receipt counts, where an appeal came outside office hours."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("appeals", "0009_conflict_walls")]
    operations = [
        migrations.AddField(
            model_name="appeal",
            name="counted_received_at",
            field=models.DateTimeField(
                help_text="where it came outside office hours: the next working moment", null=True
            ),
        ),
    ]
