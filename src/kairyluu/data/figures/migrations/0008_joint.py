"""Sums of all bodies and of branches over thirds of months (t) and over the year to the end of a quarter (c), made of those of their days.

The same figures as `joint` makes, written down here as they are on this day."""

from django.db import migrations

SUMS = """
INSERT INTO figures_cell (dimension, grain, body_id, happening, day, key, value, n)
SELECT c.dimension, g.grain, c.body_id, c.happening, g.day, c.key, c.value, sum(c.n)
FROM figures_cell AS c CROSS JOIN LATERAL (VALUES
    ('t', date_trunc('month', c.day::timestamp)::date + 10 * least((c.day - date_trunc('month', c.day::timestamp)::date) / 10, 2), true),
    ('c', make_date(date_part('year', c.day)::int, 3, 31), date_part('month', c.day) <= 3),
    ('c', make_date(date_part('year', c.day)::int, 6, 30), date_part('month', c.day) <= 6),
    ('c', make_date(date_part('year', c.day)::int, 9, 30), date_part('month', c.day) <= 9)
) AS g (grain, day, is_in)
WHERE c.grain = 'd' AND c.happening <> 16 AND c.dimension = %s AND c.body_id <= 0 AND g.is_in
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(c.n) <> 0 ORDER BY 2, 3, 4, 5, c.key COLLATE "C", 7
"""
DIMENSIONS = (*range(11), *range(100, 111))


def write(apps, schema_editor) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(4630811)")  # whoever folds waits
        for name, value in (("work_mem", "256MB"), ("enable_memoize", "off")):
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
        for dimension in DIMENSIONS:
            cursor.execute(SUMS, [dimension])


def take_away(apps, schema_editor) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("DELETE FROM figures_cell WHERE grain IN ('t', 'c')")


class Migration(migrations.Migration):
    dependencies = [("figures", "0007_branch")]
    operations = [migrations.RunPython(write, take_away)]
