"""Counts of attempts, and the cache that the processes share."""

from django.db import migrations, models

# The shape that `manage createcachetable` makes; made here so that `migrate` alone sets everything up.
CACHE = """
CREATE UNLOGGED TABLE people_shared_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX people_shared_cache_expires ON people_shared_cache (expires)
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_edition")]
    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key_hash", models.CharField(max_length=64)),
                ("window_start", models.DateTimeField()),
                ("n", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["window_start"], name="attempt_by_window")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key_hash", "window_start"), name="one_count_per_key_and_window"
                    )
                ],
            },
        ),
        migrations.RunSQL(CACHE, "DROP TABLE people_shared_cache"),
    ]
