"""Districts and bodies may have days of their own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reference", "0002_initial")]
    operations = [
        migrations.AlterModelOptions(name="calendarday", options={"ordering": ["date", "scope"]}),
        migrations.AddField(
            model_name="calendarday",
            name="scope",
            field=models.CharField(blank=True, default="", max_length=80),
        ),
        migrations.AlterField(model_name="calendarday", name="date", field=models.DateField()),
        migrations.AddConstraint(
            model_name="calendarday",
            constraint=models.UniqueConstraint(fields=("date", "scope"), name="one_row_per_day_and_scope"),
        ),
    ]
