"""Officials whom the words of a complaint may mean are kept away until a person has decided."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


WITH_SUSPECTS = """
CREATE OR REPLACE FUNCTION kairyluu_kept_away(appeal uuid, who bigint, post bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
SELECT EXISTS (
        SELECT 1 FROM appeals_complainttarget t
        WHERE t.appeal_id = appeal
          AND (t.official_id = who OR (t.match_decided_at IS NULL AND who = ANY (t.suspect_ids)))
    )
    OR EXISTS (SELECT 1 FROM appeals_recusal r WHERE r.appeal_id = appeal AND r.official_id = who)
    OR EXISTS (
        SELECT 1 FROM appeals_complainttarget t
        JOIN agencies_post p ON p.body_id = t.body_id AND p.id = post
        JOIN agencies_body b ON b.id = t.body_id
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.appeal_id = appeal AND t.official_id IS NULL
          AND NOT (b.parent_id IS NULL AND a.body_id = b.id)
    )
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_several_trust_phones"),
        ("appeals", "0011_mornings_and_paces"),
    ]

    operations = [
        migrations.AddField(
            model_name="complainttarget",
            name="suspect_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                default=list,
                help_text="officials whom the words may mean: kept away as if named until a person has decided",
                size=None,
            ),
        ),
        migrations.AddIndex(
            model_name="complainttarget",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("match_decided_at__isnull", True)),
                fields=["suspect_ids"],
                name="suspects_undecided",
            ),
        ),
        migrations.RunSQL(WITH_SUSPECTS, migrations.RunSQL.noop),
    ]
