import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_answer_check"),
        ("figures", "0002_taken_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("asked", models.JSONField()),
                ("is_shared", models.BooleanField(default=False)),
                ("figure", models.CharField(blank=True, default="", max_length=40)),
                ("direction", models.CharField(blank=True, default="", max_length=5)),
                ("limit", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ("is_beyond", models.BooleanField(default=False)),
                ("told_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_views",
                        to="agencies.official",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("figure", ""), ("limit__isnull", True)),
                            models.Q(
                                models.Q(("figure", ""), _negated=True),
                                ("direction__in", ("over", "under")),
                                ("limit__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_watched_figure_has_its_limit",
                    )
                ],
            },
        ),
    ]
