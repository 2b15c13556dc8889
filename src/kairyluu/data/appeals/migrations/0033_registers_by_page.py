"""Registers brought by a page; what an earlier register says of an appeal is never changed, and leaves with its batch alone."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


STAYS = """
CREATE FUNCTION kairyluu_legacy_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone WHERE batch_id::text IS DISTINCT FROM current_setting('kairyluu.undone_batch', true)
    ) THEN
        RAISE EXCEPTION 'rows of an earlier register are append-only: they leave with their batch'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER leaves_with_its_batch AFTER DELETE ON appeals_legacyrow REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_legacy_row_stays();
CREATE TRIGGER append_only_rows BEFORE UPDATE ON appeals_legacyrow
    FOR EACH ROW EXECUTE FUNCTION kairyluu_journal_is_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON appeals_legacyrow
    FOR EACH STATEMENT EXECUTE FUNCTION kairyluu_journal_is_append_only();
"""
UNDO = """
DROP TRIGGER leaves_with_its_batch ON appeals_legacyrow;
DROP TRIGGER append_only_rows ON appeals_legacyrow;
DROP TRIGGER append_only_table ON appeals_legacyrow;
DROP FUNCTION kairyluu_legacy_row_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_answer_check"),
        ("appeals", "0032_names_go_in_together"),
        ("journal", "0002_append_only"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="legacybatch",
            name="undone_because",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.CreateModel(
            name="LegacyUpload",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("file_name", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("uploaded_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("stage", models.CharField(default="checking", max_length=10)),
                ("share", models.PositiveSmallIntegerField(default=0)),
                ("n_read", models.PositiveIntegerField(default=0)),
                ("n_good", models.PositiveIntegerField(default=0)),
                ("n_refused", models.PositiveIntegerField(default=0)),
                ("findings", models.JSONField(default=dict)),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uploads",
                        to="appeals.legacybatch",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "ordering": ["-uploaded_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage__in", ("checking", "checked", "loading", "loaded", "failed"))
                        ),
                        name="the_stage_of_an_upload_is_known",
                    )
                ],
            },
        ),
        migrations.RunSQL(STAYS, UNDO),
    ]
