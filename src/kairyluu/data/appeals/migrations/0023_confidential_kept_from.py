"""A confidential appeal is kept from whoever is not named: added to the function that every list, count and search asks
(migration 0018)."""

from django.db import migrations

WITHOUT = """
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
%s
END
$$
"""
CONFIDENTIAL = """    RETURN QUERY SELECT c.appeal_id FROM appeals_confidence c WHERE NOT EXISTS (
        SELECT 1 FROM appeals_confidant n WHERE n.appeal_id = c.appeal_id AND n.official_id = who);"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0022_confidential")]
    operations = [migrations.RunSQL(WITHOUT % CONFIDENTIAL, WITHOUT % "")]
