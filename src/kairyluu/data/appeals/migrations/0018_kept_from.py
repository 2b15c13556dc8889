"""Which appeals an official is kept away from, as one function with a kept plan: every list, count and search asks it,
and planning the three conditions anew each time took longer than running them. `kairyluu_kept_away` says the same of one
appeal (a likely match by name is left to the program)."""

from django.db import migrations

KEPT_FROM = """
CREATE FUNCTION kairyluu_kept_from(who bigint, bodies bigint[], tops bigint[]) RETURNS SETOF uuid
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
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0017_counted_without_the_rows")]
    operations = [
        migrations.RunSQL(KEPT_FROM, "DROP FUNCTION kairyluu_kept_from(bigint, bigint[], bigint[])"),
    ]
