"""What went above is kept from its first body by the same function as all else (migrations 0018 and 0023): without
that column in their conditions the counts of the lists are answered by their indices alone."""

from django.db import migrations, models

FUNCTION = """
CREATE OR REPLACE FUNCTION kairyluu_kept_from(who bigint, bodies bigint[], tops bigint[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE ROWS 50 AS $$
BEGIN
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t WHERE t.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        WHERE t.match_decided_at IS NULL AND t.suspect_ids @> ARRAY[who];
    RETURN QUERY SELECT r.appeal_id FROM appeals_recusal r WHERE r.official_id = who;
    RETURN QUERY SELECT t.appeal_id FROM appeals_complainttarget t
        JOIN appeals_appeal a ON a.id = t.appeal_id
        WHERE t.official_id IS NULL AND t.body_id = ANY (bodies)
          AND NOT (t.body_id = ANY (tops) AND a.body_id = t.body_id);
    RETURN QUERY SELECT c.appeal_id FROM appeals_confidence c WHERE NOT EXISTS (
        SELECT 1 FROM appeals_confidant n WHERE n.appeal_id = c.appeal_id AND n.official_id = who);
%s
END
$$
"""
WITHHELD = (
    """    RETURN QUERY SELECT a.id FROM appeals_appeal a WHERE a.is_withheld AND a.body_id = ANY (bodies);"""
)


class Migration(migrations.Migration):
    dependencies = [("appeals", "0026_answers_by_outgoing_day")]
    operations = [
        migrations.AddIndex(
            "appeal",
            models.Index(fields=["body", "id"], condition=models.Q(is_withheld=True), name="appeal_withheld"),
        ),
        migrations.RunSQL(FUNCTION % WITHHELD, FUNCTION % ""),
    ]
