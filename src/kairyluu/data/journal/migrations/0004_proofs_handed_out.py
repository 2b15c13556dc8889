"""Proof files that were handed out: append-only as the journal they are compared with."""

import django.contrib.postgres.fields
from django.db import migrations, models

TRIGGERS = """
CREATE TRIGGER append_only_rows BEFORE UPDATE OR DELETE ON journal_takenproof
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON journal_takenproof
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
UNDO = "DROP TRIGGER append_only_rows ON journal_takenproof; DROP TRIGGER append_only_table ON journal_takenproof;"


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_looks_at_lists")]
    operations = [
        migrations.CreateModel(
            name="TakenProof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=24, unique=True)),
                ("appeal_id", models.UUIDField()),
                ("taken_at", models.DateTimeField()),
                ("taken_by", models.TextField()),
                ("language", models.CharField(max_length=2)),
                (
                    "entry_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                ("digest", models.CharField(max_length=64)),
                (
                    "file_digests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=64), size=None
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["appeal_id", "id"], name="proofs_of_an_appeal"),
                    models.Index(fields=["sha256"], name="proofs_by_file"),
                ],
            },
        ),
        migrations.RunSQL(TRIGGERS, UNDO),
    ]
