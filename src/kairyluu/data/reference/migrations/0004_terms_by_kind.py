"""A term may be for one kind of appeal only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reference", "0003_days_of_their_own")]
    operations = [
        migrations.AddField(
            model_name="term",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("proposal", "proposal"),
                    ("application", "application"),
                    ("complaint", "complaint"),
                ],
                default="",
                help_text="the kind of appeal it is for; empty: every kind",
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            model_name="term",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["", "proposal", "application", "complaint"])),
                name="a_term_is_for_a_known_kind",
            ),
        ),
    ]
