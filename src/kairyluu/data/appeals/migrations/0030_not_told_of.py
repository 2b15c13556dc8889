"""Appeals an official may not even count stand in a function of their own: those he is kept from except what is confidential and
says nothing of him, which everybody counts. What he may not see (migration 0027) begins with them."""

from django.db import migrations

NOT_TOLD = """
CREATE FUNCTION kairyluu_not_told_of(who bigint, bodies bigint[], tops bigint[]) RETURNS SETOF uuid
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
    RETURN QUERY SELECT a.id FROM appeals_appeal a WHERE a.is_withheld AND a.body_id = ANY (bodies);
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0029_words_go_in_together")]
    operations = [
        migrations.RunSQL(NOT_TOLD, "DROP FUNCTION kairyluu_not_told_of(bigint, bigint[], bigint[])"),
    ]
