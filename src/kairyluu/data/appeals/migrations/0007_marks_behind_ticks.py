"""Appeals that a resolution ticked «under control» get the mark of the head who gave it."""

from django.db import migrations

MARKS = """
INSERT INTO appeals_controlmark
    (appeal_id, level, body_id, post_id, official_id, reason, set_at, lift_reason)
SELECT DISTINCT ON (appeal.id)
    appeal.id, 'head', post.body_id, resolution.author_post_id, resolution.author_id, resolution.text,
    resolution.made_at, ''
FROM appeals_appeal AS appeal
JOIN appeals_resolution AS resolution ON resolution.appeal_id = appeal.id
JOIN agencies_post AS post ON post.id = resolution.author_post_id
WHERE appeal.is_under_control
    AND NOT EXISTS (SELECT 1 FROM appeals_controlmark AS mark WHERE mark.appeal_id = appeal.id)
ORDER BY appeal.id, resolution.made_at
"""


class Migration(migrations.Migration):
    dependencies = [("appeals", "0006_first_fingerprints")]
    operations = [migrations.RunSQL(MARKS, migrations.RunSQL.noop)]
