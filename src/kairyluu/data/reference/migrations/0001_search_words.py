"""Folding for search in the database, in step with `rules.spelling.fold_for_search` (a test compares them).

`kairyluu_searchable` gives words as written (for beginnings of Kyrgyz words) together with Russian stems; positions
are stripped, so the index stays small. Both are IMMUTABLE: generated columns depend on them.
"""

from django.db import migrations

FOLD = """
CREATE FUNCTION kairyluu_fold(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT translate(
    words,
    'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНҢОӨѲПРСТУҮФХЦЧШЩЪЫЬЭЮЯёңөѳү',
    'abcdefghijklmnopqrstuvwxyzабвгдеежзийклмннооопрстууфхцчшщъыьэюяенооу'
)
$$
"""

SEARCHABLE = """
CREATE FUNCTION kairyluu_searchable(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT strip(
    to_tsvector('pg_catalog.simple'::regconfig, public.kairyluu_fold(words))
    || to_tsvector('pg_catalog.russian'::regconfig, public.kairyluu_fold(words))
)
$$
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(FOLD, "DROP FUNCTION kairyluu_fold(text)"),
        migrations.RunSQL(SEARCHABLE, "DROP FUNCTION kairyluu_searchable(text)"),
    ]
