"""Sums of whole years beside those of months: a year of a whole oblast by topic is read twelve times as quickly."""

from django.db import migrations

YEARS = """
INSERT INTO figures_cell (dimension, grain, body_id, happening, day, key, value, n)
SELECT dimension, 'y', body_id, happening, date_trunc('year', day::timestamp)::date, key, value, sum(n)
FROM figures_cell WHERE grain = 'm' GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(n) <> 0
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("figures", "0003_saved_views")]
    operations = [migrations.RunSQL(YEARS, "DELETE FROM figures_cell WHERE grain = 'y'")]
